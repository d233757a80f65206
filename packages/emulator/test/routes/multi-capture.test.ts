import { expect, it } from 'vitest'
import { callDelayed as call, captureDelayed as capture, delayed } from '../support/delayed.js'
import { eur, runEmulator, START, type TestEmulator } from '../support/emulator.js'
import { documentedDetails } from '../support/orders.js'

const number = (amount: number) => ({ amount, currency: 'EUR' })

const movements = (emulator: TestEmulator) =>
  emulator.control.ledger().map((entry) => [entry.kind, entry.amountInCents])

const read = async (emulator: TestEmulator, token: string) =>
  (await emulator.get(`/v2/payments/${token}`)).json()

it('captures a part and says what is open, in numbers', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  const body = { amount: eur('40.00'), merchantReference: 'parcel-1' }
  const answer = await call(emulator, token, 'capture', body)
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      openToCaptureAmount: number(150),
      token,
      captureStatus: 'delayed',
      status: 'AUTHORIZED',
      totalAmount: number(190),
      totalCapturedAmount: number(40),
      orderDetails: { ...documentedDetails, merchantReference: 'parcel-1' },
      captures: [{ amount: number(40), recordedAt: START }],
    },
  ])
  expect(await read(emulator, token)).toMatchObject({
    status: 'authorized',
    captureStatus: 'delayed',
  })
  expect(movements(emulator)).toEqual([['capture', 4_000]])
})

it('closes the order once the whole remainder is captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  for (const amount of ['63.33', '63.33']) await capture(emulator, token, amount)
  const last = await capture(emulator, token, '63.34')
  expect(last.json()).toMatchObject({
    openToCaptureAmount: number(0),
    captureStatus: 'captured',
    totalCapturedAmount: number(190),
    captures: [63.33, 63.33, 63.34].map((amount) => ({ amount: number(amount) })),
  })
  expect(await read(emulator, token)).toMatchObject({
    status: 'charged',
    captureStatus: 'captured',
  })
  const fourth = await capture(emulator, token, '0.01')
  expect([fourth.status, fourth.json().errorCode]).toEqual([400, 'order_already_captured'])
  expect(movements(emulator)).toEqual([
    ['capture', 6_333],
    ['capture', 6_333],
    ['capture', 6_334],
  ])
})

it('lowers the total by a refund, a part of it from what was captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const body = { refundAmount: eur('40.00'), refundCapturedAmount: eur('10.00') }
  const answer = await call(emulator, token, 'refund', body)
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      openToCaptureAmount: number(120),
      token,
      captureStatus: 'delayed',
      status: 'AUTHORIZED',
      totalAmount: number(150),
      totalCapturedAmount: number(30),
      orderDetails: documentedDetails,
    },
  ])
  expect(movements(emulator)).toEqual([
    ['capture', 4_000],
    ['refund', 1_000],
    ['void', 3_000],
  ])
})

it.each([
  ['all that is open', '40.00', { refundAmount: eur('150.00') }, 'charged', 'captured'],
  [
    'everything, captured or not',
    '40.00',
    { refundAmount: eur('190.00'), refundCapturedAmount: eur('40.00') },
    'refunded',
    'captured',
  ],
  [
    'all of an order that was never captured',
    undefined,
    { refundAmount: eur('190.00') },
    'expired',
    'voided',
  ],
])('closes the order by a refund of %s', async (...row) => {
  const [, captured, body, status, captureStatus] = row
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  if (captured !== undefined) await capture(emulator, token, captured)
  const answer = await call(emulator, token, 'refund', body)
  expect(answer.json()).toMatchObject({ openToCaptureAmount: number(0), captureStatus })
  expect(await read(emulator, token)).toMatchObject({ status, captureStatus })
})

it.each([
  ['all of it captured', '10.00', ['capture', 'refund']],
  ['none of it captured', '0.00', ['capture', 'void']],
])('moves only what there is to move in a refund, %s', async (_case, captured, kinds) => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const body = { refundAmount: eur('10.00'), refundCapturedAmount: eur(captured) }
  await call(emulator, token, 'refund', body)
  expect(emulator.control.ledger().map(({ kind }) => kind)).toEqual(kinds)
})

it('closes the order with what was captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const answer = await call(emulator, token, 'void')
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      token,
      captureStatus: 'captured',
      status: 'AUTHORIZED',
      totalAmount: number(40),
      totalCapturedAmount: number(40),
      orderDetails: documentedDetails,
      captures: [{ amount: number(40), recordedAt: START }],
    },
  ])
  expect((await read(emulator, token)).status).toBe('charged')
  expect(movements(emulator)).toEqual([
    ['capture', 4_000],
    ['void', 15_000],
  ])
})

it('refunds a closed order up to what was captured and not given back', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const lowered = { refundAmount: eur('10.00'), refundCapturedAmount: eur('10.00') }
  await call(emulator, token, 'refund', lowered)
  await call(emulator, token, 'void')
  const refund = (amount: string) =>
    emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur(amount) })
  expect((await refund('30.01')).json().errorCode).toBe('refund_amount_exceeds_captured_amount')
  expect((await refund('30.00')).status).toBe(200)
  expect((await read(emulator, token)).status).toBe('refunded')
})

it('captures only the remainder by a plain capture, which closes the order', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  const above = await emulator.post('/v2/payments/capture', { token, amount: eur('150.01') })
  expect(above.json().errorCode).toBe('capture_amount_exceeds_order_amount')
  expect((await emulator.post('/v2/payments/capture', { token })).status).toBe(200)
  expect(movements(emulator)).toEqual([
    ['capture', 4_000],
    ['capture', 15_000],
  ])
})

it('releases what a plain capture leaves of the remainder', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await capture(emulator, token, '40.00')
  await emulator.post('/v2/payments/capture', { token, amount: eur('50.00') })
  expect(movements(emulator)).toEqual([
    ['capture', 4_000],
    ['capture', 5_000],
    ['void', 10_000],
  ])
})

it('keeps what was captured when the authorisation ends', async () => {
  const emulator = await runEmulator()
  const [part, none] = [await delayed(emulator), await delayed(emulator)]
  await capture(emulator, part, '40.00')
  await emulator.control.clock.advance(432_000_000)
  expect(emulator.control.order(part)).toMatchObject({
    status: 'charged',
    captureStatus: 'captured',
    totalInCents: 4_000,
  })
  expect(emulator.control.order(none)).toMatchObject({ status: 'expired', captureStatus: 'voided' })
})

it('writes strings only when switched', async () => {
  const emulator = await runEmulator({ allStringAmounts: true })
  const answer = await capture(emulator, await delayed(emulator), '40.00')
  expect(answer.json()).toMatchObject({
    openToCaptureAmount: eur('150.00'),
    totalCapturedAmount: eur('40.00'),
    captures: [{ amount: eur('40.00') }],
  })
})
