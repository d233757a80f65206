import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** What the built shop is told. */
export interface NuxtShopOptions {
  readonly scalapay: {
    readonly apiKey: string
    readonly environment: 'production' | 'sandbox' | 'emulator'
    readonly baseUrl: string
  }
  /** The widget's script. @default that of `baseUrl`, which has one when it is the emulator's */
  readonly loaderUrl?: string
  /** Milliseconds between two sweeps. @default 30_000 */
  readonly sweepEveryMs?: number
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>
}

/** The shop as a process of its own. */
export interface RunningNuxtShop {
  readonly url: string
  /** Where its webhooks come to. */
  readonly webhookUrl: string
  /** All that it has printed so far. */
  printed(): string
  /** @param signal `SIGKILL` for an end in the middle of its work. @default 'SIGTERM' */
  close(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const SERVER = fileURLToPath(new URL('../.output/server/index.mjs', import.meta.url))

/**
 * Starts the built shop on a free port.
 *
 * @throws Error with what it printed when it ends instead
 */
export async function startNuxtShop(options: NuxtShopOptions): Promise<RunningNuxtShop> {
  const { scalapay, sweepEveryMs = 30_000, env = {} } = options
  const { loaderUrl = `${scalapay.baseUrl}/widget/scalapay-widget-loader.js` } = options
  const port = await freePort()
  const child = spawn(process.execPath, [SERVER], {
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      NUXT_SCALAPAY_API_KEY: scalapay.apiKey,
      NUXT_SCALAPAY_ENVIRONMENT: scalapay.environment,
      NUXT_SCALAPAY_BASE_URL: scalapay.baseUrl,
      NUXT_PUBLIC_SCALAPAY_ENVIRONMENT: scalapay.environment,
      NUXT_PUBLIC_SCALAPAY_LOADER_URL: loaderUrl,
      NUXT_SWEEP_EVERY_MS: String(sweepEveryMs),
      ...env,
    },
  })
  const ended = once(child, 'close')
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('Listening on')) resolve()
      })
    }
    void ended.then(() => reject(new Error(`The Nuxt shop did not start: ${printed}`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    webhookUrl: `${url}/webhooks/scalapay`,
    printed: () => printed,
    close: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return address.port
}
