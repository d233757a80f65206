import { Logger } from '@nestjs/common'
import { isScalapayError } from '@scalapay-kit/core'
import { readShopConfig, ShopConfigError } from 'storefront'
import { createShop } from './create-shop.js'

async function main(): Promise<void> {
  const { port, ...options } = readShopConfig(process.env)
  const app = await createShop(() => options)
  // Running deliveries and the sweep are waited for before the process ends.
  app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true })
  await app.listen(port, '127.0.0.1')
  new Logger('Shop').log(`Listening at ${await app.getUrl()}`)
}

main().catch((error: unknown) => {
  const isExplained = error instanceof ShopConfigError || isScalapayError(error)
  process.stderr.write(`${isExplained ? error.message : String(error)}\n`)
  process.exitCode = 1
})
