import type { EventHandler } from 'h3'
import type { defineScalapayWebhook } from '../../src/runtime/server/utils/webhook.js'
import { freePort } from './built-server.js'
import { fixture } from './fixtures.js'

/** What the fixture shares with the tests (test/fixtures/shop/server/utils/bench.ts). */
export interface Bench {
  define: typeof defineScalapayWebhook
  close: () => Promise<void>
  routes: Map<string, EventHandler>
  parsesFirst: boolean
  events: string[]
  reports: string[]
  failures: number
}

/** The built server in this very process, so that handlers can be functions of a test. */
export interface ServerInProcess {
  url: string
  bench: Bench
}

/** Loads the built server; once for each file, as Nitro has one app for each process. */
export async function loadServer(env: Record<string, string>): Promise<ServerInProcess> {
  const port = await freePort()
  Object.assign(process.env, env, { NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1' })
  await import(`${fixture('shop')}/.output/server/index.mjs`)
  const url = `http://127.0.0.1:${port}`
  // Nitro does not say when it listens.
  for (;;) {
    const answer = await fetch(`${url}/settings`).catch(() => undefined)
    if (answer?.ok) break
  }
  const { bench } = globalThis as typeof globalThis & { bench: Bench }
  return { url, bench }
}
