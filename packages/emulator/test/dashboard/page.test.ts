import { expect, it } from 'vitest'
import { eur, runEmulator } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'

it('shows orders, requests, deliveries, faults and the clock without its script', async () => {
  const receiver = await runReceiver(500)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.captured()
  await emulator.control.webhooks.settled()
  emulator.control.faults.add({ match: { operation: 'refundPayment' }, effect: 'error-500' })
  const { text } = await emulator.get('/')
  for (const part of [
    `id="order-${token}"`,
    '<strong>captured</strong> €190.00',
    'POST</strong> <code>/v2/payments/capture</code>',
    '<span class="badge busy">pending</span>',
    '<strong>500</strong>',
    'answer: error-500',
    'operation refundPayment; applied to 0 of 0 requests that fit',
    '<time datetime="2026-01-01T09:00:00.000Z"',
  ]) {
    expect(text).toContain(part)
  }
})

it('says what to do where there is nothing yet', async () => {
  const emulator = await runEmulator()
  const { text } = await emulator.get('/')
  expect(text).toContain('Let your shop create one, or take a sample.')
  expect(text).toContain('Point a client at this address.')
  expect(text).toContain('give the address of your webhook route in the settings')
})

it('shows no key, neither its own nor one that a client sent', async () => {
  const emulator = await runEmulator({ merchantKeys: ['first-merchant', 'second-merchant'] })
  await emulator.created()
  await emulator.get('/v3/configurations', { authorization: 'Bearer second-merchant' })
  await emulator.get('/v3/configurations', { authorization: 'Bearer somebody-elses-key' })
  const { text } = await emulator.get('/')
  expect(text).not.toMatch(/first-merchant|second-merchant|testdeviceapikey|somebody-elses-key/)
  expect(text).toContain('****hant')
})

it('runs its own script and nothing else, and only pages of this machine may frame it', async () => {
  const emulator = await runEmulator()
  const { headers, text } = await emulator.get('/')
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*",
  )
  expect(text.match(/<script[^>]*>/g)).toEqual([
    '<script type="module" src="/assets/dashboard.js">',
  ])
  expect(text).not.toMatch(/<style|style=| on[a-z]+=/)
  const script = await emulator.get('/assets/dashboard.js')
  expect([script.status, script.headers.get('content-type')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ])
})

it('runs nothing that comes in by a request, an order or a webhook receiver', async () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
  const receiver = await runReceiver((response) => void response.writeHead(400).end(hostile))
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.created({
    merchantReference: hostile,
    items: [{ name: hostile, category: 'c', sku: 's', quantity: 1, price: eur('1.00') }],
  })
  await emulator.control.webhooks.settled()
  emulator.control.decline(token, { reason: hostile })
  await emulator.get(`/v2/${encodeURIComponent(hostile)}?${hostile}`)
  await emulator.post('/v2/payments/capture', hostile, { idempotencyKey: hostile })
  emulator.control.faults.add({ match: { path: hostile }, effect: `capture-status=${hostile}` })
  const { text } = await emulator.get(`/?done=${encodeURIComponent(hostile)}`)
  expect(text.match(/<script|<img/g)).toEqual(['<script'])
  expect(text.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(6)
})

it('shows the latest orders, and says where the others are', async () => {
  const emulator = await runEmulator()
  const tokens: string[] = []
  for (let count = 0; count < 60; count += 1) tokens.push(await emulator.created())
  const { text } = await emulator.get('/')
  expect(text.match(/<li id="order-/g)).toHaveLength(50)
  expect([text.includes(`order-${tokens[59]}`), text.includes(`order-${tokens[0]}"`)]).toEqual([
    true,
    false,
  ])
  expect(text).toContain('The latest 50 of 60.')
})

it('cuts a long body, so that the page stays small', async () => {
  const emulator = await runEmulator()
  await emulator.post('/v2/orders', 'x'.repeat(100_000))
  const { text } = await emulator.get('/')
  expect(text.length).toBeLessThan(40_000)
  expect(text).toMatch(/x… \(\d+ characters; \/_emulator has them all\)/)
})
