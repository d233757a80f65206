import { expect, it } from 'vitest'
import { eur, runEmulator } from './support/emulator.js'
import { keepAlive } from './support/keep-alive.js'
import { documentedOrder } from './support/orders.js'
import { runReceiver } from './support/receiver.js'

const CYCLES = 1_000

it('leaves the exact ledger after a thousand cycles, one after the other', async () => {
  const emulator = await runEmulator()
  const post = keepAlive(emulator, 1)
  const tokens: string[] = []
  for (let count = 0; count < CYCLES; count += 1) {
    const token = String((await post('/v2/orders', documentedOrder)).token)
    emulator.control.approve(token)
    await post('/v2/payments/capture', { token })
    tokens.push(token)
  }
  expect(emulator.control.ledger()).toEqual(
    tokens.map((orderToken) => ({
      kind: 'capture',
      orderToken,
      amountInCents: 19_000,
      at: '2026-01-01T09:00:00.000Z',
    })),
  )
}, 240_000)

it('leaves the exact ledger after 64 cycles in parallel, and tells of each event once', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const tokens = await Promise.all(Array.from({ length: 64 }, () => emulator.captured()))
  const captured = emulator.control.ledger().map(({ kind, orderToken }) => `${kind} ${orderToken}`)
  expect(captured.sort()).toEqual(tokens.map((token) => `capture ${token}`).sort())
  await emulator.control.webhooks.settled()
  const events = receiver.received.map(({ token, event }) => `${token} ${event}`)
  const expected = tokens.flatMap((token) =>
    ['created', 'authorized', 'charged'].map((event) => `${token} ${event}`),
  )
  expect(events.sort()).toEqual(expected.sort())
})

it('lets a hundred writers fight over one order, of which one wins', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? emulator.post('/v2/payments/capture', { token })
        : emulator.post(`/v2/payments/${token}/void`),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status !== 400 && status !== 409)).toEqual([200])
  expect(emulator.control.ledger()).toHaveLength(1)
})

it('gives as many of a hundred refunds in parallel as the capture allows', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  const refund = { refundAmount: eur('2.00') }
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => emulator.post(`/v2/payments/${token}/refund`, refund)),
  )
  const given = answers.filter(({ status }) => status === 200).length
  expect(given).toBe(95)
  expect(emulator.control.order(token)).toMatchObject({ refundedInCents: 19_000 })
})
