import { expect, it, vi } from 'vitest'
import { runEmulator, type TestEmulator } from '../support/emulator.js'
import { type Reaction, runReceiver } from '../support/receiver.js'

/** An emulator of which one order has been created, and its delivery's first attempt. */
async function firstAttempt(...script: Reaction[]) {
  const receiver = await runReceiver(...script)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created()
  await emulator.control.webhooks.settled()
  return { emulator, receiver }
}

const onlyDelivery = (emulator: TestEmulator) => emulator.control.webhooks.list()[0]

it('posts compact JSON to the path of the address', async () => {
  const { receiver } = await firstAttempt(200)
  const [delivery] = receiver.received
  expect(delivery).toMatchObject({ method: 'POST', path: '/webhooks/scalapay' })
  expect(delivery?.headers).toMatchObject({ 'content-type': 'application/json' })
  expect(delivery?.body).toBe(JSON.stringify(JSON.parse(delivery?.body ?? '')))
})

it('takes 200 for an acknowledgement', async () => {
  const { emulator } = await firstAttempt(200)
  expect(onlyDelivery(emulator)).toMatchObject({ state: 'delivered', nextAttemptAt: null })
})

it.each([201, 202, 204, 302, 400, 401, 413, 500, 503])('tries again after %i', async (status) => {
  const { emulator, receiver } = await firstAttempt(status, 200)
  expect(onlyDelivery(emulator)).toMatchObject({
    state: 'pending',
    nextAttemptAt: '2026-01-01T09:00:05.000Z',
    attempts: [{ status, error: null }],
  })
  await emulator.control.clock.advance(5_000)
  expect(receiver.events()).toEqual(['created', 'created'])
  expect(onlyDelivery(emulator)?.state).toBe('delivered')
})

it('does not follow a redirect', async () => {
  const elsewhere = await runReceiver()
  const { emulator } = await firstAttempt(
    (response) => void response.writeHead(307, { location: elsewhere.url }).end(),
  )
  expect(onlyDelivery(emulator)?.state).toBe('pending')
  expect(elsewhere.received).toEqual([])
})

it.each<[string, Reaction]>([
  ['resets the connection', (response) => void response.destroy()],
  [
    'breaks its answer off',
    (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x')
      setImmediate(() => response.destroy())
    },
  ],
])('tries again when the receiver %s', async (_case, reaction) => {
  const { emulator } = await firstAttempt(reaction, 200)
  expect(onlyDelivery(emulator)).toMatchObject({
    state: 'pending',
    attempts: [{ status: null, error: 'connection reset before the answer was complete' }],
  })
  await emulator.control.clock.advance(5_000)
  expect(onlyDelivery(emulator)?.state).toBe('delivered')
})

it.each<[string, Reaction]>([
  ['hangs', () => undefined],
  ['begins to answer and hangs', (response) => void response.writeHead(200).write('…')],
])('gives the receiver its time and no more when it %s', async (_case, reaction) => {
  const receiver = await runReceiver(reaction)
  const webhooks = { timeoutMs: 50, maxAttempts: 2 }
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  await emulator.control.clock.advance(5_000)
  const error = 'no complete answer within 50 ms'
  expect(onlyDelivery(emulator)).toMatchObject({
    state: 'failed',
    attempts: [
      { status: null, error, answer: '' },
      { status: null, error },
    ],
  })
})

it('says that nothing listens at the address', async () => {
  const emulator = await runEmulator({ webhookUrl: 'http://127.0.0.1:9/hook' })
  await emulator.created()
  await emulator.control.webhooks.settled()
  expect(onlyDelivery(emulator)?.attempts[0]?.error).toBe(
    'connection refused: is your server running at this address?',
  )
})

it('speaks TLS to an https address', async () => {
  const plain = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: plain.url.replace('http:', 'https:') })
  await emulator.created()
  await emulator.control.webhooks.settled()
  expect(onlyDelivery(emulator)?.attempts[0]).toMatchObject({
    status: null,
    error: expect.stringMatching(/SSL|EPROTO/),
  })
  expect(plain.received).toEqual([])
})

it('keeps the beginning of an answer and reads no endless one', async () => {
  const { emulator } = await firstAttempt((response) => {
    const chunk = Buffer.alloc(65_536, 'x')
    const more = () => void response.write(chunk, (error) => (error ? undefined : more()))
    more()
  })
  expect(onlyDelivery(emulator)).toMatchObject({ state: 'delivered' })
  expect(onlyDelivery(emulator)?.attempts[0]?.answer).toBe('x'.repeat(1_000))
})

it('answers the API while the receiver hangs', async () => {
  const receiver = await runReceiver(() => undefined)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.captured()
  expect((await emulator.get(`/v2/payments/${token}`)).json().status).toBe('charged')
  expect(onlyDelivery(emulator)).toMatchObject({ state: 'pending', attempts: [] })
})

it('lets the handler of an event work on its order', async () => {
  let emulator: TestEmulator | undefined
  const receiver = await runReceiver(async (response, { event, token }) => {
    if (event === 'authorized') await emulator?.post('/v2/payments/capture', { token })
    response.writeHead(200).end()
  })
  emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.approved()
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', 'authorized', 'charged'])
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture' }])
})

it.each([
  ['closing', (emulator: TestEmulator) => emulator.close()],
  ['a reset', async (emulator: TestEmulator) => emulator.control.reset()],
])('breaks off by %s what is under way, and tries nothing more', async (_case, end) => {
  const ended = vi.fn()
  const receiver = await runReceiver((response) => void response.on('close', ended))
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.approved()
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { interval: 2 })
  await end(emulator)
  await vi.waitFor(() => expect(ended).toHaveBeenCalled(), { interval: 2 })
  await emulator.control.clock.advance(100_000)
  expect(receiver.events()).toEqual(['created'])
})
