import { expect, it, vi } from 'vitest'
import { delayed } from '../support/delayed.js'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

const inProgress = {
  errorCode: 'conflicting_operation_in_progress',
  errorId: expect.stringMatching(/^error-/),
  message: 'Another operation on this order is in progress',
  httpStatusCode: 409,
}

/** A call that takes longer than the test needs; returns once the emulator works on it. */
async function slowly(emulator: TestEmulator, path: string, body: unknown, idempotencyKey: string) {
  const seen = emulator.control.requests().length
  const answer = emulator.post(path, body, { idempotencyKey, fault: 'latency=1000' })
  await vi.waitFor(() => expect(emulator.control.requests()).toHaveLength(seen + 1), {
    interval: 2,
  })
  return { answer }
}

it('answers 409 to another write on the order while one is in progress', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const slow = await slowly(emulator, '/v2/payments/capture', { token }, 'one')
  const other = await emulator.post(`/v2/payments/${token}/void`)
  expect([other.status, other.json()]).toEqual([409, inProgress])
  expect((await slow.answer).status).toBe(200)
  expect(emulator.control.ledger().map(({ kind }) => kind)).toEqual(['capture'])
})

it('answers 409 to the same key while its first call is in progress, and replays it afterwards', async () => {
  const emulator = await runEmulator()
  const slow = await slowly(emulator, '/v2/orders', documentedOrder, 'k')
  const during = await emulator.post('/v2/orders', documentedOrder, { idempotencyKey: 'k' })
  expect([during.status, during.json()]).toEqual([409, inProgress])
  const first = await slow.answer
  const after = await emulator.post('/v2/orders', documentedOrder, { idempotencyKey: 'k' })
  expect(after.text).toBe(first.text)
  expect(emulator.control.orders()).toHaveLength(1)
})

it('still reads an order while a write on it is in progress', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const slow = await slowly(emulator, '/v2/payments/capture', { token }, 'k')
  const read = await emulator.get(`/v2/payments/${token}`)
  expect([read.status, read.json().status]).toEqual([200, 'authorized'])
  await slow.answer
})

it('works on two orders at the same time', async () => {
  const emulator = await runEmulator()
  const [one, two] = [await emulator.approved(), await emulator.approved()]
  const slow = await slowly(emulator, '/v2/payments/capture', { token: one }, 'k')
  expect((await emulator.post('/v2/payments/capture', { token: two })).status).toBe(200)
  expect((await slow.answer).status).toBe(200)
})

it('leaves the exact ledger after 64 cycles in parallel', async () => {
  const emulator = await runEmulator()
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      const token = await emulator.captured()
      await emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur('0.01') })
    }),
  )
  const sum = (kind: string) =>
    emulator.control
      .ledger()
      .filter((entry) => entry.kind === kind)
      .reduce((total, entry) => total + entry.amountInCents, 0)
  expect([sum('capture'), sum('refund')]).toEqual([64 * 19_000, 64])
  expect(emulator.control.ledger()).toHaveLength(128)
})

it('answers 409 to a second part while the first is being captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  const path = `/v2/payments/${token}/delay/capture`
  const slow = await slowly(emulator, path, { amount: eur('100.00') }, 'ignored')
  const other = await emulator.post(path, { amount: eur('100.00') }, { idempotencyKey: 'ignored' })
  expect([other.status, other.json()]).toEqual([409, inProgress])
  expect((await slow.answer).status).toBe(200)
  expect(emulator.control.order(token).capturedInCents).toBe(10_000)
})
