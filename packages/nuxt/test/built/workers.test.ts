import { signWebhook } from '@scalapay-kit/core/webhooks'
import type { Emulator } from '@scalapay-kit/emulator'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emulatorWith, settingsFor } from '../support/built-server.js'
import { fixture } from '../support/fixtures.js'

const FOLDER = `${fixture('workers')}/.output/server`

let emulator: Emulator
let worker: Miniflare

/** The build in workerd, without `nodejs_compat`. */
const startWorker = (bindings: Record<string, string>) =>
  new Miniflare({
    modules: true,
    modulesRoot: FOLDER,
    modulesRules: [{ type: 'ESModule', include: ['**/*.mjs'] }],
    scriptPath: `${FOLDER}/index.mjs`,
    compatibilityDate: '2026-01-01',
    bindings,
  })

beforeAll(async () => {
  emulator = await emulatorWith()
  worker = startWorker(settingsFor(emulator))
  await worker.ready
})
afterAll(async () => {
  await worker.dispose()
  await emulator.close()
})

const ORIGIN = 'http://shop.test'

it('sells on Workers, without the Node compatibility flag (S57)', async () => {
  const checkout = await worker.dispatchFetch(`${ORIGIN}/api/checkout`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ cart: 'c-1' }),
  })
  const { checkoutUrl } = (await checkout.json()) as { checkoutUrl: string }
  const token = new URL(checkoutUrl).pathname.split('/').at(-1) ?? ''
  await emulator.control.approve(token)
  const back = await worker.dispatchFetch(`${ORIGIN}/api/_scalapay/return?orderToken=${token}`, {
    redirect: 'manual',
  })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/?outcome=captured'])
  expect(emulator.control.ledger().map(({ kind }) => kind)).toEqual(['capture'])
})

it.each([
  ['a right', 'qhtfs87hjnc12kkos', 200],
  ['a wrong', 'another-key', 401],
])('answers a webhook with %s signature (S57)', async (_what, apiKey, status) => {
  const body = `{"totalAmount":40.70,"status":"charged","orderToken":"T1"}`
  const headers = await signWebhook({ rawBody: body, apiKey, timestamp: Date.now() })
  const answer = await worker.dispatchFetch(`${ORIGIN}/api/_scalapay/webhook`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  expect(answer.status).toBe(status)
})

it('refuses a webhook that is too large (S41)', async () => {
  const body = 'x'.repeat(1_100_000)
  const answer = await worker.dispatchFetch(`${ORIGIN}/api/_scalapay/webhook`, {
    method: 'POST',
    headers: { 'content-length': String(body.length) },
    body,
  })
  expect(answer.status).toBe(413)
})

it('gives a client without an event too', async () => {
  const answer = await worker.dispatchFetch(`${ORIGIN}/settings`)
  expect(await answer.json()).toEqual({ baseUrl: emulator.url })
})

it('serves nothing while settings are missing (S55)', async () => {
  const bare = startWorker({})
  try {
    expect((await bare.dispatchFetch(`${ORIGIN}/settings`)).status).toBe(500)
  } finally {
    await bare.dispose()
  }
})
