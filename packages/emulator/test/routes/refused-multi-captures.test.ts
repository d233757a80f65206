import { expect, it } from 'vitest'
import { callDelayed as call, captureDelayed as capture, delayed } from '../support/delayed.js'
import { eur, runEmulator } from '../support/emulator.js'

const part = { amount: eur('40.00') }
const reduce = (refund: string, captured: string) => ({
  refundAmount: eur(refund),
  refundCapturedAmount: eur(captured),
})

it.each([
  ['capture', part, 'order_not_delayed'],
  ['refund', { refundAmount: eur('1.00') }, 'order_not_delayed'],
  ['void', undefined, 'order_not_delayed'],
])('refuses to %s a part of an order that is not delayed', async (name, body, errorCode) => {
  const emulator = await runEmulator()
  const answer = await call(emulator, await emulator.approved(), name, body)
  expect([answer.status, answer.json().errorCode]).toEqual([400, errorCode])
})

it.each([
  ['capture', { amount: eur('150.01') }, 'capture_amount_exceeds_order_amount'],
  ['refund', { refundAmount: eur('150.01') }, 'refund_amount_exceeds_order_amount'],
  ['refund', reduce('50.00', '40.01'), 'refund_amount_exceeds_order_amount'],
  ['refund', reduce('10.00', '10.01'), 'refund_amount_exceeds_order_amount'],
])('refuses to %s with %j once 40.00 are captured', async (name, body, errorCode) => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const before = emulator.control.order(token)
  const answer = await call(emulator, token, name, body)
  expect([answer.status, answer.json().errorCode]).toEqual([400, errorCode])
  expect(emulator.control.order(token)).toEqual(before)
  expect(emulator.control.ledger().map(({ amountInCents }) => amountInCents)).toEqual([4_000])
})

it('refuses to void an order of which a part is captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const answer = await emulator.post(`/v2/payments/${token}/void`)
  expect(answer.json().errorCode).toBe('order_already_captured')
})

it.each([
  ['capture', {}, ['amount'], 'any.required'],
  ['capture', { amount: eur('0.00') }, ['amount', 'amount'], 'number.greater'],
  ['refund', {}, ['refundAmount'], 'any.required'],
  [
    'refund',
    { refundAmount: eur('1.00'), refundCapturedAmount: { amount: '1.00', currency: 'USD' } },
    ['refundCapturedAmount', 'currency'],
    'any.allowOnly',
  ],
])('validates the body of a %s: %j', async (name, body, field, type) => {
  const emulator = await runEmulator()
  const answer = await call(emulator, await delayed(emulator), name, body)
  expect(answer.json()).toMatchObject({ message: { errors: [{ field, types: [type] }] } })
})

it('takes a captured part of zero for none', async () => {
  const emulator = await runEmulator()
  const answer = await call(emulator, await delayed(emulator), 'refund', reduce('1.00', '0.00'))
  expect(answer.status).toBe(200)
})
