import { expect, it } from 'vitest'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'

type Prepare = (emulator: TestEmulator) => Promise<string>

const created: Prepare = (emulator) => emulator.created()
const captured: Prepare = (emulator) => emulator.captured()
const delayed: Prepare = async (emulator) => {
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`)
  return token
}
const voided: Prepare = async (emulator) => {
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/void`)
  return token
}
const expired: Prepare = async (emulator) => {
  const token = await emulator.approved()
  await emulator.control.clock.advance(2_400_000)
  return token
}
const authorised: Prepare = (emulator) => emulator.approved()

const refund = { refundAmount: eur('1.00') }

it.each([
  ['capture', 'unauthorised', created, {}, 'order_not_authorized'],
  ['capture', 'captured', captured, {}, 'order_already_captured'],
  ['capture', 'voided', voided, {}, 'order_voided'],
  ['capture', 'expired', expired, {}, 'order_expired'],
  [
    'capture',
    'smaller',
    authorised,
    { amount: eur('190.01') },
    'capture_amount_exceeds_order_amount',
  ],
  ['delay', 'unauthorised', created, undefined, 'order_not_authorized'],
  ['delay', 'delayed', delayed, undefined, 'order_already_delayed'],
  ['delay', 'captured', captured, undefined, 'order_already_captured'],
  ['void', 'unauthorised', created, undefined, 'order_not_authorized'],
  ['void', 'captured', captured, undefined, 'order_already_captured'],
  ['void', 'voided', voided, undefined, 'order_voided'],
  ['refund', 'authorised', authorised, refund, 'order_not_captured'],
  ['refund', 'expired', expired, refund, 'order_not_captured'],
  [
    'refund',
    'smaller',
    captured,
    { refundAmount: eur('190.01') },
    'refund_amount_exceeds_captured_amount',
  ],
])('refuses to %s an order that is %s', async (...row) => {
  const [operation, , prepare, fields, errorCode] = row
  const emulator = await runEmulator()
  const token = await prepare(emulator)
  const before = emulator.control.order(token)
  const ledger = emulator.control.ledger()
  const answer =
    operation === 'capture'
      ? await emulator.post('/v2/payments/capture', { token, ...fields })
      : await emulator.post(`/v2/payments/${token}/${operation}`, fields)
  expect([answer.status, answer.json().errorCode]).toEqual([400, errorCode])
  expect(emulator.control.order(token)).toEqual(before)
  expect(emulator.control.ledger()).toEqual(ledger)
})

it.each(['void', 'capture'])('lets a delayed order be ended by a %s', async (operation) => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  const path = operation === 'capture' ? 'capture' : `${token}/void`
  expect((await emulator.post(`/v2/payments/${path}`, { token })).status).toBe(200)
  expect(emulator.control.ledger().map(({ kind }) => kind)).toEqual([operation])
})
