import { expect, it } from 'vitest'
import { eur, runEmulator, START } from '../support/emulator.js'
import { documentedDetails } from '../support/orders.js'

it('reads an order with a number on top and strings inside', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created({ totalAmount: eur('113.56') })
  const answer = await emulator.get(`/v2/payments/${token}`)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('"totalAmount":{"amount":113.56,"currency":"EUR"},"orderDetails"')
  expect(answer.json()).toEqual({
    token,
    created: START,
    status: 'created',
    captureStatus: 'pending',
    totalAmount: { amount: 113.56, currency: 'EUR' },
    orderDetails: { ...documentedDetails, totalAmount: eur('113.56') },
  })
})

it('writes strings only when switched', async () => {
  const emulator = await runEmulator({ allStringAmounts: true })
  const token = await emulator.approved()
  const read = await emulator.get(`/v2/payments/${token}`)
  const captured = await emulator.post('/v2/payments/capture', { token })
  expect(read.json().totalAmount).toEqual(eur('190.00'))
  expect(captured.json().totalAmount).toEqual(eur('190.00'))
})

it('captures an authorised order in full and takes its reference along', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await emulator.post('/v2/payments/capture', { token, merchantReference: 'new' })
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      token,
      status: 'APPROVED',
      totalAmount: { amount: 190, currency: 'EUR' },
      orderDetails: { ...documentedDetails, merchantReference: 'new' },
      capturedAt: START,
    },
  ])
  expect((await emulator.get(`/v2/payments/${token}`)).json()).toMatchObject({
    status: 'charged',
    captureStatus: 'captured',
  })
  expect(emulator.control.ledger()).toEqual([
    { kind: 'capture', orderToken: token, amountInCents: 19_000, at: START },
  ])
})

it('captures a part, which is final and releases the rest', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post('/v2/payments/capture', { token, amount: eur('40.70') })
  expect(emulator.control.order(token).capturedInCents).toBe(4_070)
  expect(emulator.control.ledger().map((entry) => [entry.kind, entry.amountInCents])).toEqual([
    ['capture', 4_070],
    ['void', 14_930],
  ])
  const again = await emulator.post('/v2/payments/capture', { token, amount: eur('1.00') })
  expect(again.json().errorCode).toBe('order_already_captured')
  const refund = await emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur('40.71') })
  expect(refund.json().errorCode).toBe('refund_amount_exceeds_captured_amount')
})

it('delays an authorised order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const body = { authorizationExpiryMilliseconds: 60_000 }
  const answer = await emulator.post(`/v2/payments/${token}/delay`, body)
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      token,
      status: 'AUTHORIZED',
      authorizationExpiryAt: '2026-01-01T09:01:00.000Z',
      totalAmount: eur('190.00'),
      orderDetails: documentedDetails,
    },
  ])
  expect((await emulator.get(`/v2/payments/${token}`)).json()).toMatchObject({
    status: 'authorized',
    captureStatus: 'delayed',
  })
  expect(emulator.control.ledger()).toEqual([])
})

it('refunds in parts until nothing is left', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  const refund = (amount: string, fields: object = {}) =>
    emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur(amount), ...fields })
  const status = async () => (await emulator.get(`/v2/payments/${token}`)).json().status
  const first = await refund('60.00', { merchantRefundReference: 'r1' })
  expect([first.status, first.json()]).toEqual([
    200,
    {
      token,
      amount: eur('60.00'),
      merchantReference: 'merchantOrder-1234',
      merchantRefundReference: 'r1',
      refundToken: 'pre_transfer',
      refundedAt: START,
    },
  ])
  expect(await status()).toBe('charged')
  expect((await refund('130.01')).status).toBe(400)
  expect((await refund('130.00')).status).toBe(200)
  expect(await status()).toBe('refunded')
  expect((await refund('0.01')).status).toBe(400)
  expect(emulator.control.ledger().map((entry) => [entry.kind, entry.amountInCents])).toEqual([
    ['capture', 19_000],
    ['refund', 6_000],
    ['refund', 13_000],
  ])
})

it('voids an authorised order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await emulator.post(`/v2/payments/${token}/void`, { merchantReference: 'v' })
  expect([answer.status, answer.json()]).toEqual([
    200,
    { token, merchantReference: 'v', voidedAt: START },
  ])
  expect((await emulator.get(`/v2/payments/${token}`)).json()).toMatchObject({
    status: 'expired',
    captureStatus: 'voided',
  })
  expect(emulator.control.ledger()).toEqual([
    { kind: 'void', orderToken: token, amountInCents: 19_000, at: START },
  ])
})

it('reads what the switches say before approval, after a void and after a partial refund', async () => {
  const emulator = await runEmulator({
    readStatusBeforeApproval: 'pending',
    readStatusAfterVoid: 'voided',
    readStatusAfterPartialRefund: 'refunded',
  })
  const waiting = await emulator.created()
  expect((await emulator.get(`/v2/payments/${waiting}`)).json().status).toBe('pending')
  expect((await emulator.get('/')).text).toMatch(
    new RegExp(`/checkout/${waiting}"[^>]* data-testid="pay-`),
  )
  const voided = await emulator.approved()
  await emulator.post(`/v2/payments/${voided}/void`)
  const refunded = await emulator.captured()
  await emulator.post(`/v2/payments/${refunded}/refund`, { refundAmount: eur('1.00') })
  expect((await emulator.get(`/v2/payments/${voided}`)).json().status).toBe('voided')
  expect((await emulator.get(`/v2/payments/${refunded}`)).json().status).toBe('refunded')
  expect(
    (await emulator.post(`/v2/payments/${refunded}/refund`, { refundAmount: eur('1.00') })).status,
  ).toBe(200)
})
