import { readShopConfig, ShopConfigError } from 'storefront'
import { buildShop } from './app.js'

async function main(): Promise<void> {
  const { port, ...options } = readShopConfig(process.env)
  const app = buildShop({ ...options, logger: true })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())
  await app.listen({ port, host: '127.0.0.1' })
}

main().catch((error: unknown) => {
  const isExplained = error instanceof ShopConfigError || isSetUpError(error)
  process.stderr.write(`${isExplained ? error.message : String(error)}\n`)
  process.exitCode = 1
})

/** Whether the plugin refuses its options: then the message says all there is to say. */
function isSetUpError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'FST_SCALAPAY_OPTIONS'
}
