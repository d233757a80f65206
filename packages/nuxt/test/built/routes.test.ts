import { signWebhook } from '@scalapay-kit/core/webhooks'
import type { Emulator } from '@scalapay-kit/emulator'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emulatorWith, settingsFor } from '../support/built-server.js'
import { loadServer, type ServerInProcess } from '../support/server-in-process.js'

let emulator: Emulator
let server: ServerInProcess

beforeAll(async () => {
  emulator = await emulatorWith()
  server = await loadServer({
    ...settingsFor(emulator),
    NUXT_SCALAPAY_WEBHOOKS_API_KEYS: 'old-key-0001, older-key-0001',
  })
})
afterAll(() => emulator.close())
beforeEach(() => {
  Object.assign(server.bench, { events: [], reports: [], failures: 0 })
})

const go = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', ...init })

async function deliver(orderToken: string, apiKey = emulator.merchantKey) {
  const body = `{"totalAmount":40.70,"status":"charged","orderToken":"${orderToken}","name":"<b>bold</b>"}`
  const headers = await signWebhook({ rawBody: body, apiKey, timestamp: Date.now() })
  const answer = await go('/api/_scalapay/webhook', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  return { status: answer.status, body: await answer.json() }
}

describe('the ready-made webhook route', () => {
  it('answers exactly 200 with a body, and tells every listener', async () => {
    expect(await deliver('T1')).toEqual({ status: 200, body: { received: true } })
    expect(server.bench.events.sort()).toEqual(['any T1', 'charged T1'])
    expect(server.bench.reports).toEqual(['200 handled'])
  })

  it('repeats the listener that failed, and no other', async () => {
    server.bench.failures = 1
    expect(await deliver('T2')).toMatchObject({ status: 503 })
    expect(await deliver('T2')).toMatchObject({ status: 200 })
    expect(server.bench.events.sort()).toEqual(['any T2', 'any T2', 'charged T2'])
  })

  it('takes the keys of a change, and no others (S35)', async () => {
    expect(await deliver('T3', 'older-key-0001')).toMatchObject({ status: 200 })
    expect(await deliver('T4', 'another-key')).toMatchObject({ status: 401 })
    expect(server.bench.reports).toEqual(['200 handled', '401 bad-signature'])
  })

  it.each(['GET', 'PUT', 'DELETE'])('answers %s with 405', async (method) => {
    const answer = await go('/api/_scalapay/webhook', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

describe('a checkout', () => {
  const addressOfLastOrder = () =>
    `${emulator.url}/checkout/${emulator.control.orders().at(-1)?.token}`
  const order = { method: 'POST', body: new URLSearchParams({ cart: 'c-1' }) }

  it('is a redirect for a form, and JSON for a script', async () => {
    const form = await go('/api/checkout', { ...order, headers: { accept: 'text/html' } })
    expect([form.status, form.headers.get('location')]).toEqual([303, addressOfLastOrder()])
    const script = await go('/api/checkout', { ...order, headers: { accept: 'application/json' } })
    expect(await script.json()).toEqual({ checkoutUrl: addressOfLastOrder() })
  })

  it('is captured on the way back, and once however often the shopper comes', async () => {
    const { headers } = await go('/api/checkout', { ...order, headers: { accept: 'text/html' } })
    const token = headers.get('location')?.split('/').at(-1) ?? ''
    const { redirectUrl } = await emulator.control.approve(token)
    const back = new URL(redirectUrl)
    for (const _time of [1, 2]) {
      const answer = await go(back.pathname + back.search)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?outcome=captured'])
    }
    expect(emulator.control.ledger().map(({ kind }) => kind)).toEqual(['capture'])
  })

  it('is not paid by the token of another order, whatever the address says (S08)', async () => {
    const open = async () => {
      const { headers } = await go('/api/checkout', { ...order, headers: { accept: 'text/html' } })
      return headers.get('location')?.split('/').at(-1) ?? ''
    }
    const [unpaid, paid] = [await open(), await open()]
    await emulator.control.approve(paid)
    const { merchantReference } = emulator.control.order(unpaid)

    await go(
      `/api/_scalapay/return?orderToken=${paid}&merchantReference=${merchantReference}&status=SUCCESS`,
    )
    const answer = await go(`/api/_scalapay/return?orderToken=${unpaid}&status=SUCCESS`)

    expect(answer.headers.get('location')).toBe('/?outcome=pending')
    const captured = emulator.control.ledger().map(({ orderToken }) => orderToken)
    expect([captured.includes(paid), captured.includes(unpaid)]).toEqual([true, false])
  })

  it.each(['', '?orderToken=a&orderToken=b', '?status=SUCCESS'])(
    'is not looked for when the way back is %j',
    async (query) => {
      const answer = await go(`/api/_scalapay/return${query}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    },
  )

  it('that the shop does not know is left alone (S07)', async () => {
    const answer = await go('/api/_scalapay/return?orderToken=NOSUCHTOKEN&status=SUCCESS')
    expect(answer.headers.get('location')).toBe('/?outcome=unknown')
  })
})
