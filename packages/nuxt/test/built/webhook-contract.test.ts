import { type BootWebhooks, describeWebhookContract, overHttp } from '@scalapay-kit/contract'
import { afterAll, beforeAll } from 'vitest'
import { emulatorWith, settingsFor } from '../support/built-server.js'
import { loadServer, type ServerInProcess } from '../support/server-in-process.js'

let server: ServerInProcess
let closeEmulator: () => Promise<void>

beforeAll(async () => {
  const emulator = await emulatorWith()
  closeEmulator = () => emulator.close()
  server = await loadServer(settingsFor(emulator))
})
afterAll(() => closeEmulator())

/** Nitro has one app for each process, so a boot mounts its routes on the app that runs. */
const boot: BootWebhooks = async (accounts) => {
  const { url, bench } = server
  for (const { webhooks } of accounts) {
    const { path, on, ...options } = webhooks
    bench.routes.set(path, bench.define(on, options))
  }
  return {
    send: overHttp(url),
    close: async () => {
      bench.parsesFirst = false
      await bench.close()
    },
  }
}

const bootParsed: BootWebhooks = async (accounts) => {
  const booted = await boot(accounts)
  server.bench.parsesFirst = true
  return booted
}

describeWebhookContract('Nuxt, on the server that it builds', boot, { bootParsed })
