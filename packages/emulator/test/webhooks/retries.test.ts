import { expect, it, vi } from 'vitest'
import { eur, runEmulator, START } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'
import { isSignedBy } from '../support/verify.js'

const startMs = Date.parse(START)

it('tries ten times, each wait twice the one before, and then gives up', async () => {
  const receiver = await runReceiver(500)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created({ orderExpiryMilliseconds: 86_400_000 })
  await emulator.control.clock.advance(86_400_000 - 1)
  const [delivery] = emulator.control.webhooks.list()
  expect(delivery).toMatchObject({ state: 'failed', nextAttemptAt: null })
  const seconds = delivery?.attempts.map(({ at }) => (Date.parse(at) - startMs) / 1_000)
  expect(seconds).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 1_275, 2_555])
})

it('tries at exactly its time, which is a millisecond too early before', async () => {
  const receiver = await runReceiver(503, 200)
  const webhooks = { retryDelayMs: 1_000, maxAttempts: 2 }
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  await emulator.control.clock.advance(999)
  expect(receiver.received).toHaveLength(1)
  await emulator.control.clock.advance(1)
  expect(receiver.received).toHaveLength(2)
})

it('gives up after as many attempts as it is told', async () => {
  const receiver = await runReceiver(500)
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks: { maxAttempts: 1 } })
  await emulator.created()
  await emulator.control.webhooks.settled()
  expect(emulator.control.webhooks.list()).toMatchObject([{ state: 'failed' }])
})

it.each([
  [false, [0, 0, 0], 1],
  [true, [0, 5_000, 15_000], 3],
])(
  'signs retries anew when resign is %s, over the same bytes',
  async (resign, ages, signatures) => {
    const receiver = await runReceiver(500)
    const webhooks = { resign, timestamps: 'emulator' } as const
    const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
    await emulator.created()
    await emulator.control.clock.advance(15_000)
    const stamps = receiver.received.map(({ headers }) => headers['x-scalapay-timestamp'])
    expect(stamps.map((stamp) => Number(stamp) - startMs)).toEqual(ages)
    expect(receiver.received.map((one) => isSignedBy(emulator.merchantKey, one))).toEqual([
      true,
      true,
      true,
    ])
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    const headers = receiver.received.map((delivery) => delivery.headers['x-scalapay-hmac-v1'])
    expect(new Set(headers).size).toBe(signatures)
  },
)

it.each(['manual', 'real'] as const)(
  'signs with the time that the server has, however far a %s clock was moved',
  async (clock) => {
    const receiver = await runReceiver()
    const emulator = await runEmulator({ clock, webhookUrl: receiver.url })
    await emulator.control.clock.advance(86_400_000)
    await emulator.created()
    await emulator.control.webhooks.settled()
    const stamp = Number(receiver.received[0]?.headers['x-scalapay-timestamp'])
    expect(Math.abs(Date.now() - stamp)).toBeLessThan(60_000)
  },
)

it('lets an advance end only when the deliveries that it makes due have, in the order of time', async () => {
  const receiver = await runReceiver(500, 500, 200)
  const webhooks = { events: { expiredBeforeApproval: 'expired' } }
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created({ orderExpiryMilliseconds: 12_000 })
  await emulator.control.clock.advance(20_000)
  expect(receiver.events()).toEqual(['created', 'created', 'expired', 'created'])
  const [created, expired] = emulator.control.webhooks.list()
  expect(created?.attempts.at(-1)?.at).toBe('2026-01-01T09:00:15.000Z')
  expect(expired?.attempts.map(({ at }) => at)).toEqual(['2026-01-01T09:00:12.000Z'])
})

it('stands still at the time of a delivery while its handler works', async () => {
  const receiver = await runReceiver(503, async (response) => {
    const now = emulator.control.clock.now().now
    response.writeHead(now === '2026-01-01T09:00:05.000Z' ? 200 : 500).end()
  })
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created()
  await emulator.control.clock.advance(60_000)
  expect(emulator.control.webhooks.list()).toMatchObject([{ state: 'delivered' }])
})

it('tries again by itself on a real clock', async () => {
  const receiver = await runReceiver(500, 200)
  const webhooks = { retryDelayMs: 10 }
  const emulator = await runEmulator({ clock: 'real', webhookUrl: receiver.url, webhooks })
  await emulator.created()
  await vi.waitFor(
    () => expect(emulator.control.webhooks.list()).toMatchObject([{ state: 'delivered' }]),
    { interval: 5, timeout: 5_000 },
  )
  expect(receiver.received).toHaveLength(2)
})

it('waits before the first attempt when told to, by the emulator’s clock', async () => {
  const receiver = await runReceiver()
  const webhooks = { delayMs: 7_000, timestamps: 'emulator' } as const
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  await emulator.control.clock.advance(6_999)
  expect(receiver.received).toEqual([])
  expect(emulator.control.webhooks.list()[0]?.nextAttemptAt).toBe('2026-01-01T09:00:07.000Z')
  await emulator.control.clock.advance(1)
  expect(receiver.events()).toEqual(['created'])
  // As it was signed: the time on the way makes it older.
  expect(receiver.received[0]?.headers['x-scalapay-timestamp']).toBe(String(startMs))
})

it('sends a retry to the address that holds then', async () => {
  const [old, corrected] = [await runReceiver(404), await runReceiver()]
  const emulator = await runEmulator({ webhookUrl: old.url })
  await emulator.created()
  await emulator.control.webhooks.settled()
  emulator.control.webhooks.configure({ url: corrected.url })
  await emulator.control.clock.advance(5_000)
  expect(corrected.events()).toEqual(['created'])
  expect(emulator.control.webhooks.list()[0]?.url).toBe(corrected.url)
})

it('delivers two identical refunds as two events', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.captured()
  const refund = { refundAmount: eur('10.00') }
  await emulator.post(`/v2/payments/${token}/refund`, refund)
  await emulator.post(`/v2/payments/${token}/refund`, refund)
  await emulator.control.webhooks.settled()
  const [one, two] = receiver.received.slice(-2)
  expect([one?.event, two?.body]).toEqual(['refunded', one?.body])
})
