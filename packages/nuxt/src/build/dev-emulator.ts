import { useLogger, useRuntimeConfig } from '@nuxt/kit'
import type { Nuxt } from '@nuxt/schema'
import type { Emulator } from '@scalapay-kit/emulator'
import type { DevEmulatorOptions, ModuleOptions } from '../options.js'

/**
 * Starts the emulator for `nuxt dev` when no key is set, so that a shop can be built without an account. Once the modules
 * are set up, not during set-up, which must not wait for a network.
 *
 * @param use is told of the emulator before the server is built
 */
export function startEmulatorInDevelopment(
  nuxt: Nuxt,
  options: ModuleOptions,
  use: (emulator: Emulator) => void,
): void {
  const { emulator: wanted } = options
  if (!nuxt.options.dev || nuxt.options._prepare || nuxt.options.test || !wanted) return
  nuxt.hook('modules:done', async () => {
    if (hasKey() || (options.environment ?? 'emulator') !== 'emulator') return
    const emulator = await start(wanted)
    nuxt.hook('close', () => emulator.close())
    sendWebhooksToShop(nuxt, emulator, options.webhooks?.path)
    use(emulator)
    useLogger('scalapay').info(
      `No NUXT_SCALAPAY_API_KEY is set, so orders go to the emulator: ${emulator.url}. No money moves.`,
    )
  })
}

/** Whether the environment, or `.env`, has a key of either kind. */
function hasKey(): boolean {
  const { scalapay } = useRuntimeConfig() as {
    scalapay?: { apiKey?: unknown; deviceApiKey?: unknown }
  }
  return Boolean(scalapay?.apiKey || scalapay?.deviceApiKey)
}

async function start({ port = 8484 }: DevEmulatorOptions): Promise<Emulator> {
  // Only here, so that nothing of it is in a build.
  const { startEmulator } = await import('@scalapay-kit/emulator')
  return startEmulator({ port }).catch(() => startEmulator({ port: 0 }))
}

/** Leads the emulator's webhooks to the ready-made route, once it is known where the shop listens. */
function sendWebhooksToShop(
  nuxt: Nuxt,
  emulator: Emulator,
  path: string | false | undefined,
): void {
  if (!path) return
  nuxt.hook('listen', (server) => {
    const address = server.address()
    if (typeof address !== 'object' || address === null) return
    const url = `http://${address.family === 'IPv6' ? '[::1]' : '127.0.0.1'}:${address.port}${path}`
    emulator.control.webhooks.configure({ url })
  })
}
