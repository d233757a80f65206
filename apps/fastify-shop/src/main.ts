import { isScalapayError } from '@scalapay-kit/core'
import { buildShop } from './app.js'
import { readConfig, ShopConfigError } from './config.js'

async function main(): Promise<void> {
  const { options, port } = readConfig(process.env)
  const app = buildShop(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())
  await app.listen({ port, host: '127.0.0.1' })
}

main().catch((error: unknown) => {
  const isExplained = error instanceof ShopConfigError || isScalapayError(error)
  process.stderr.write(`${isExplained ? error.message : String(error)}\n`)
  process.exitCode = 1
})
