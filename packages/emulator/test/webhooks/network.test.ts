import { expect, it } from 'vitest'
import { control } from '../support/control.js'
import { runEmulator } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'
import { isSignedBy } from '../support/verify.js'

/** Which of twenty events got lost or doubled, by the seed. */
async function twentyEvents(seed: number, webhooks: object) {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ seed, webhookUrl: receiver.url, webhooks })
  for (let count = 0; count < 10; count += 1) await emulator.approved()
  await emulator.control.clock.advance(10_000)
  const deliveries = emulator.control.webhooks.list()
  return { receiver, emulator, deliveries, states: deliveries.map(({ state }) => state) }
}

it('loses every event that is told to be dropped, and shows it', async () => {
  const { receiver, states } = await twentyEvents(1, { drop: true })
  expect(receiver.received).toEqual([])
  expect(states).toEqual(Array.from({ length: 20 }, () => 'dropped'))
})

it('loses some by chance, the same ones for the same seed', async () => {
  const { states, receiver } = await twentyEvents(1, { drop: 0.5 })
  const dropped = states.filter((state) => state === 'dropped').length
  expect(dropped).toBeGreaterThan(2)
  expect(dropped + receiver.received.length).toBe(20)
  expect((await twentyEvents(1, { drop: 0.5 })).states).toEqual(states)
  expect((await twentyEvents(2, { drop: 0.5 })).states).not.toEqual(states)
})

it('delivers each event twice when told to duplicate, byte for byte and signature for signature', async () => {
  const { receiver, states } = await twentyEvents(1, { duplicate: true })
  expect(states).toEqual(Array.from({ length: 40 }, () => 'delivered'))
  const counts = new Map<string, number>()
  for (const { body, headers } of receiver.received) {
    const delivery = [headers['x-scalapay-hmac-v1'], headers['x-scalapay-timestamp'], body].join()
    counts.set(delivery, (counts.get(delivery) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 20 }, () => 2))
})

it('shuffles by the seed and loses nothing', async () => {
  const orderOf = async (seed: number) => {
    const { receiver, deliveries } = await twentyEvents(seed, { shuffle: true })
    const bodies = receiver.received.map(({ body }) => body)
    expect([...bodies].sort()).toEqual(deliveries.map(({ body }) => body).sort())
    return bodies.map((body) => deliveries.findIndex((delivery) => delivery.body === body))
  }
  const order = await orderOf(1)
  expect(order).not.toEqual([...order].sort((a, b) => a - b))
  expect(await orderOf(1)).toEqual(order)
  expect(await orderOf(2)).not.toEqual(order)
})

it('lets `charged` come before `authorized` when it shuffles', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks: { shuffle: true } })
  const tokens: string[] = []
  for (let count = 0; count < 8; count += 1) tokens.push(await emulator.captured())
  await emulator.control.clock.advance(2_000)
  const eventsOf = (token: string) =>
    receiver.received.filter((delivery) => delivery.token === token).map(({ event }) => event)
  expect(tokens.map((token) => eventsOf(token).at(-1))).toContain('authorized')
  expect(tokens.map((token) => eventsOf(token).sort())).toEqual(
    tokens.map(() => ['authorized', 'charged', 'created']),
  )
})

it.each([
  [false, 0],
  [true, 60_000],
])('redelivers on request, signed anew when resign is %s', async (resign, age) => {
  const receiver = await runReceiver()
  const webhooks = { resign, timestamps: 'emulator' } as const
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  await emulator.control.clock.advance(60_000)
  const [status, answer] = await control(emulator, 'POST', '/webhooks/webhook-1/redeliver')
  expect([status, answer]).toEqual([200, emulator.control.webhooks.list()[0]])
  const [first, second] = receiver.received
  expect(second?.body).toBe(first?.body)
  const stampOf = (delivery = first) => Number(delivery?.headers['x-scalapay-timestamp'])
  expect(stampOf(second) - stampOf(first)).toBe(age)
  expect(receiver.received.map((one) => isSignedBy(emulator.merchantKey, one))).toEqual([
    true,
    true,
  ])
})

it.each([
  [{ drop: true }, 200, 'delivered'],
  [{ drop: true }, 500, 'failed'],
  [{ delayMs: 1_000 }, 200, 'delivered'],
  [{ delayMs: 1_000 }, 500, 'pending'],
])('redelivers what was told %j, to an answer of %i', async (webhooks, status, state) => {
  const receiver = await runReceiver(status)
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  const delivery = await emulator.control.webhooks.redeliver('webhook-1')
  expect(delivery).toMatchObject({ state, attempts: [{ status }] })
  await emulator.control.clock.advance(1_000)
  expect(receiver.received).toHaveLength(state === 'pending' ? 2 : 1)
})

it('keeps an acknowledged delivery acknowledged when a redelivery fails', async () => {
  const receiver = await runReceiver(200, 500)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created()
  await emulator.control.webhooks.settled()
  const delivery = await emulator.control.webhooks.redeliver('webhook-1')
  expect(delivery).toMatchObject({ state: 'delivered', nextAttemptAt: null })
  expect(delivery.attempts.map(({ status }) => status)).toEqual([200, 500])
})
