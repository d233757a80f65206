import { expect, it } from 'vitest'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'
import { DAY, report } from '../support/reports.js'

const refund = (emulator: TestEmulator, token: string, amount: string) =>
  emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur(amount) })

/** 190.00 captured and 20.00 of it refunded on the first day, 190.00 captured on the second; now it is the third. */
async function twoDays() {
  const emulator = await runEmulator()
  const first = await emulator.captured()
  await refund(emulator, first, '20.00')
  await emulator.control.clock.advance(DAY)
  const second = await emulator.captured()
  await emulator.control.clock.advance(DAY)
  return { emulator, first, second }
}

it('pays the captures and refunds of a day out on the next', async () => {
  const { emulator } = await twoDays()
  const { items, total } = await report(emulator, '/payouts?startDate=2026-01-01')
  const merchantPayoutToken = expect.stringMatching(/^[A-Z0-9]{12}$/)
  expect([total, items]).toEqual([
    2,
    [
      {
        merchantPayoutToken,
        transactionDate: '2026-01-02T00:00:00.000',
        totalAmount: eur('153.41'),
        status: 'processed',
      },
      {
        merchantPayoutToken,
        transactionDate: '2026-01-03T00:00:00.000',
        totalAmount: eur('171.46'),
        status: 'processed',
      },
    ],
  ])
})

it('finds payouts by the day of their transaction', async () => {
  const { emulator } = await twoDays()
  const dates = async (query: string) =>
    (await report(emulator, `/payouts${query}`)).items.map((item) => item.transactionDate)
  expect(await dates('')).toEqual(['2026-01-03T00:00:00.000'])
  expect(await dates('?startDate=2026-01-02&endDate=2026-01-02')).toEqual([
    '2026-01-02T00:00:00.000',
  ])
  expect(await dates('?startDate=2026-01-01&endDate=2026-01-01')).toEqual([])
})

it('has no payout before the day is over', async () => {
  const emulator = await runEmulator()
  await emulator.captured()
  const end = Date.parse('2026-01-01T23:00:00.000Z')
  await emulator.control.clock.advance(end - Date.parse('2026-01-01T09:00:00.000Z') - 1)
  expect((await report(emulator, '/payouts?endDate=2026-12-31')).total).toBe(0)
  await emulator.control.clock.advance(1)
  expect((await report(emulator, '/payouts')).total).toBe(1)
})

it('pays out nothing for a day on which orders were only voided', async () => {
  const emulator = await runEmulator()
  await emulator.post(`/v2/payments/${await emulator.approved()}/void`)
  await emulator.control.clock.advance(DAY)
  expect((await report(emulator, '/payouts')).total).toBe(0)
})

it('reports the orders and the refunds of a payout, and no others', async () => {
  const { emulator, first, second } = await twoDays()
  const { items } = await report(emulator, '/payouts?startDate=2026-01-01')
  const [one, two] = items.map(({ merchantPayoutToken }) => merchantPayoutToken)
  const last4 = (token: string) => `******${token.slice(-4)}`
  const masked = async (payout: unknown, kind: string) =>
    (await report(emulator, `/payouts/${payout}/${kind}`)).items.map((row) => row.orderTokenLast4)
  expect(await masked(one, 'orders')).toEqual([last4(first)])
  expect(await masked(one, 'refunds')).toEqual([last4(first)])
  expect(await masked(two, 'orders')).toEqual([last4(second)])
  expect(await masked(two, 'refunds')).toEqual([])
})

it('puts the place and the seven amounts of an order into its details', async () => {
  const { emulator, second } = await twoDays()
  const [payout] = (await report(emulator, '/payouts')).items
  const path = `/payouts/${payout?.merchantPayoutToken}/orders`
  expect((await report(emulator, path)).items).toEqual([
    {
      orderStatus: 'charged',
      orderTokenLast4: `******${second.slice(-4)}`,
      orderCreatedDate: '2026-01-02T10:00:00.000',
      channel: null,
      type: 'online',
      product: 'pay-in-3',
      merchantReference: 'merchantOrder-1234',
      captureStatus: 'captured',
      captureAmount: eur('190.00'),
      transferId: expect.stringMatching(/^tr_/),
      details: {
        storeReference: null,
        deviceReference: null,
        grossAmount: eur('190.00'),
        netAmount: eur('171.46'),
        totalFeeAmount: eur('18.54'),
        scalapayFeeAmount: eur('15.20'),
        scalapayFeeTaxAmount: eur('3.34'),
        otherFeeAmount: eur('0.00'),
        otherFeeTaxAmount: eur('0.00'),
      },
    },
  ])
})

it('adds up: a payout is the sum of the net amounts of its rows', async () => {
  const { emulator } = await twoDays()
  const { items } = await report(emulator, '/payouts?startDate=2026-01-01&endDate=2026-01-02')
  const token = items[0]?.merchantPayoutToken
  const rows = await Promise.all(
    ['orders', 'refunds'].map((kind) => report(emulator, `/payouts/${token}/${kind}`)),
  )
  const nets = rows.flatMap((page) =>
    page.items.map(({ details }) => (details as { netAmount: object }).netAmount),
  )
  expect(nets).toEqual([eur('171.46'), eur('-18.05')])
  expect(items[0]?.totalAmount).toEqual(eur('153.41'))
})

it('names the same transfer in the report of orders and in the payout', async () => {
  const { emulator } = await twoDays()
  const [order] = (await report(emulator, '/orders?startDate=2026-01-01')).items
  const details = order?.payoutDetails as { merchantPayoutToken: string }
  const { items } = await report(emulator, `/payouts/${details.merchantPayoutToken}/orders`)
  expect(items.map(({ transferId }) => transferId)).toEqual([order?.transferId])
})

it('leaves a payout with more refunds than captures negative', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  await emulator.control.clock.advance(DAY)
  await refund(emulator, token, '190.00')
  await emulator.control.clock.advance(DAY)
  expect((await report(emulator, '/payouts')).items[0]?.totalAmount).toEqual(eur('-171.46'))
})

it('pages through the rows of a payout', async () => {
  const emulator = await runEmulator()
  for (let count = 0; count < 3; count += 1) await emulator.captured()
  await emulator.control.clock.advance(DAY)
  const [payout] = (await report(emulator, '/payouts')).items
  const path = `/payouts/${payout?.merchantPayoutToken}/orders`
  const page = await report(emulator, `${path}?page=1&size=2`)
  expect([page.items.length, page.total, page.hasMore]).toEqual([1, 3, false])
})

it.each(['orders', 'refunds'])('refuses the %s of a payout that there is not', async (kind) => {
  const emulator = await runEmulator()
  await emulator.captured()
  const answer = await emulator.get(`/v1/reporting/payouts/NOBODY/${kind}`)
  expect([answer.status, answer.json()]).toEqual([
    400,
    {
      errorCode: 'pre_condition_failed',
      errorId: expect.any(String),
      message: 'The payout token is not valid',
      httpStatusCode: 400,
    },
  ])
})

it("does not know another merchant's payouts", async () => {
  const emulator = await runEmulator({ merchantKeys: ['merchant-one', 'merchant-two'] })
  const other = { authorization: 'Bearer merchant-two' }
  await emulator.captured()
  const { token } = (await emulator.post('/v2/orders', documentedOrder, other)).json()
  emulator.control.approve(String(token))
  await emulator.post('/v2/payments/capture', { token }, other)
  await emulator.control.clock.advance(DAY)
  const [payout] = (await report(emulator, '/payouts')).items
  const path = `/v1/reporting/payouts/${payout?.merchantPayoutToken}/orders`
  expect((await emulator.get(path)).status).toBe(200)
  expect((await emulator.get(path, other)).status).toBe(400)
})
