import { expect, it } from 'vitest'
import { asDevice, eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { tillOrder } from '../support/orders.js'
import { DAY, report } from '../support/reports.js'

const refund = (emulator: TestEmulator, token: string, amount: string) =>
  emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur(amount) })

/** 8 % of 190.00 and 22 % of that. */
const amounts = {
  grossAmount: eur('190.00'),
  netAmount: eur('171.46'),
  totalFeeAmount: eur('18.54'),
  scalapayFeeAmount: eur('15.20'),
  scalapayFeeTaxAmount: eur('3.34'),
  otherFeeAmount: eur('0.00'),
  otherFeeTaxAmount: eur('0.00'),
}

const row = (token: string) => ({
  storeReference: null,
  deviceReference: null,
  orderStatus: 'charged',
  orderTokenLast4: `******${token.slice(-4)}`,
  orderCreatedDate: '2026-01-01T10:00:00.000',
  channel: null,
  type: 'online',
  product: 'pay-in-3',
  merchantReference: 'merchantOrder-1234',
  captureStatus: 'captured',
  captureAmount: eur('190.00'),
  transferId: expect.stringMatching(/^tr_[0-9a-z]{16}$/),
  payoutDetails: null,
})

it('reports a captured order, its token masked and its payout open', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  expect(await report(emulator, '/orders')).toEqual({
    items: [row(token)],
    total: 1,
    page: 0,
    size: 5_000,
    hasMore: false,
  })
})

it('adds the payout once the day is over', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  await emulator.control.clock.advance(DAY)
  const { items } = await report(emulator, '/orders?startDate=2026-01-01')
  expect(items).toEqual([
    {
      ...row(token),
      payoutDetails: {
        merchantPayoutToken: expect.stringMatching(/^[A-Z0-9]{12}$/),
        transactionDate: '2026-01-02T00:00:00.000',
        status: 'processed',
        ...amounts,
      },
    },
  ])
})

it('reports what was voided without a transfer, and nothing of which no money moved', async () => {
  const emulator = await runEmulator()
  await emulator.created()
  await emulator.approved()
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/void`)
  expect((await report(emulator, '/orders')).items).toEqual([
    { ...row(token), orderStatus: 'expired', captureStatus: 'voided', transferId: null },
  ])
  await emulator.control.clock.advance(DAY)
  const { items } = await report(emulator, '/orders?startDate=2026-01-01')
  expect(items[0]?.payoutDetails).toBeNull()
})

it('reports a delayed order that expires as voided, and not the one that was not delayed', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`, { authorizationExpiryMilliseconds: 60_000 })
  await emulator.approved()
  await emulator.control.clock.advance(2_400_000)
  expect((await report(emulator, '/orders')).items).toEqual([
    { ...row(token), orderStatus: 'expired', captureStatus: 'voided', transferId: null },
  ])
})

it('reports a capture of a part alone, without what it releases', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post('/v2/payments/capture', { token, amount: eur('40.00') })
  expect((await report(emulator, '/orders')).items).toEqual([
    { ...row(token), captureAmount: eur('40.00') },
  ])
})

it('reports each of several captures as a transfer of its own', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`)
  for (const amount of ['40.00', '50.00']) {
    await emulator.post(`/v2/payments/${token}/delay/capture`, { amount: eur(amount) })
  }
  await emulator.post(`/v2/payments/${token}/delay/void`)
  const { items } = await report(emulator, '/orders')
  expect(items.map(({ captureAmount }) => captureAmount)).toEqual([eur('40.00'), eur('50.00')])
  expect(new Set(items.map(({ transferId }) => transferId)).size).toBe(2)
})

it.each([
  ['a till', {}, { type: 'offline', storeReference: 'store-1', deviceReference: 'device-1' }],
  ['another till', { key: 'till-two' }, { deviceReference: 'device-2' }],
])('names the device of %s', async (_case, { key = 'till-one' }: { key?: string }, expected) => {
  const emulator = await runEmulator({ deviceKeys: ['till-one', 'till-two'] })
  await emulator.post('/v1/instore/orders', tillOrder, { authorization: `Bearer ${key}` })
  const { items } = await report(emulator, '/orders')
  expect(items).toMatchObject([{ ...expected, product: 'pay-in-3' }])
})

it('reports a paid link, a travel channel and the product that was asked for', async () => {
  const emulator = await runEmulator()
  const link = await emulator.post(
    '/v2/instore/paybylink/orders',
    { totalAmount: eur('9.00') },
    asDevice,
  )
  emulator.control.approve(String(link.json().token))
  await emulator.captured({ channel: 'travel', product: 'later', merchantReference: undefined })
  expect((await report(emulator, '/orders')).items).toMatchObject([
    { type: 'link', channel: null, merchantReference: null },
    { type: 'online', channel: 'travel', product: 'later', merchantReference: null },
  ])
})

it('reports refunds as a payout shows them, with fees given back', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  await refund(emulator, token, '20.00')
  expect((await report(emulator, '/refunds')).items).toEqual([
    {
      orderTokenLast4: `******${token.slice(-4)}`,
      merchantReference: 'merchantOrder-1234',
      refundAmount: eur('20.00'),
      transferId: expect.stringMatching(/^trr_[0-9a-z]{16}$/),
      details: {
        grossAmount: eur('-20.00'),
        netAmount: eur('-18.05'),
        totalFeeAmount: eur('-1.95'),
        scalapayFeeAmount: eur('-1.60'),
        scalapayFeeTaxAmount: eur('-0.35'),
        otherFeeAmount: eur('0.00'),
        otherFeeTaxAmount: eur('0.00'),
      },
    },
  ])
})

it('reports refunds in the shape of orders when switched', async () => {
  const emulator = await runEmulator({ refundReportRow: 'order' })
  const token = await emulator.captured()
  await refund(emulator, token, '20.00')
  const [item] = (await report(emulator, '/refunds')).items
  expect(item).toEqual({
    ...row(token),
    transferId: expect.stringMatching(/^trr_/),
  })
})

it('tells two equal refunds of one order apart by their transfers', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  for (let count = 0; count < 2; count += 1) await refund(emulator, token, '5.00')
  const { items } = await report(emulator, '/refunds')
  expect(new Set(items.map(({ transferId }) => transferId)).size).toBe(2)
})

it('pays out the gross amount when fees are billed at the end of the month', async () => {
  const emulator = await runEmulator({ feesBilledAtMonthEnd: true })
  await refund(emulator, await emulator.captured(), '20.00')
  await emulator.control.clock.advance(DAY)
  const [order] = (await report(emulator, '/orders?startDate=2026-01-01')).items
  expect(order?.payoutDetails).toMatchObject({ ...amounts, netAmount: eur('190.00') })
  const [refunded] = (await report(emulator, '/refunds?startDate=2026-01-01')).items
  expect(refunded?.details).toMatchObject({
    netAmount: eur('-20.00'),
    totalFeeAmount: eur('-1.95'),
  })
  const [payout] = (await report(emulator, '/payouts')).items
  expect(payout?.totalAmount).toEqual(eur('170.00'))
})
