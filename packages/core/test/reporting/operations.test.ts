import { describe, expect, it } from 'vitest'
import { eur, type Report, type Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'
import { collect, startReport } from './report-server.js'

type Open = (reporting: Scalapay['reporting'], paging?: { size?: number }) => Report<unknown>

const days = { startDate: '2026-03-28', endDate: '2026-03-29' }
const DAYS = 'startDate=2026-03-28&endDate=2026-03-29'

const reports: [name: string, open: Open, path: string, largestPage: number][] = [
  ['orders', (r, paging) => r.orders({ ...days, ...paging }), `/v1/reporting/orders?${DAYS}`, 5000],
  [
    'refunds',
    (r, paging) => r.refunds({ ...days, ...paging }),
    `/v1/reporting/refunds?${DAYS}`,
    5000,
  ],
  [
    'payouts',
    (r, paging) => r.payouts({ ...days, ...paging }),
    `/v1/reporting/payouts?${DAYS}`,
    5000,
  ],
  [
    'payoutOrders',
    (r, paging) => r.payoutOrders('P/1', paging),
    '/v1/reporting/payouts/P%2F1/orders?',
    5000,
  ],
  [
    'payoutRefunds',
    (r, paging) => r.payoutRefunds('P/1', paging),
    '/v1/reporting/payouts/P%2F1/refunds?',
    5000,
  ],
  [
    'disputes',
    (r, paging) => r.disputes({ ...days, ...paging }),
    `/v1/reporting/disputes?${DAYS}`,
    100,
  ],
]

describe.each(reports)('%s', (_name, open, path, largestPage) => {
  const url = path.endsWith('?') ? path : `${path}&`

  it('asks for the largest pages that Scalapay gives', async () => {
    const server = await startReport([])
    await collect(open(clientFor(server.url).reporting))
    expect(server.seen).toMatchObject([{ method: 'GET', url: `${url}page=0&size=${largestPage}` }])
  })

  it.each([1, largestPage])('asks for pages of %i rows when told so', async (size) => {
    const server = await startReport([])
    await open(clientFor(server.url).reporting, { size }).page(3)
    expect(server.seen).toMatchObject([{ url: `${url}page=3&size=${size}` }])
  })

  it.each([0, -1, 1.5, largestPage + 1, Number.NaN])('refuses pages of %d rows', async (size) => {
    const server = await startReport([])
    const error = await failureOf(collect(open(clientFor(server.url).reporting, { size })))
    expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
    expect(error.message).toContain(`size must be a whole number from 1 to ${largestPage}.`)
    expect(server.seen).toEqual([])
  })
})

it('sends no day that was left out: Scalapay takes today', async () => {
  const server = await startReport([])
  const { reporting } = clientFor(server.url)
  await reporting.orders().page(0)
  await reporting.refunds({ startDate: '2026-03-28' }).page(0)
  await reporting.payouts({ endDate: '2026-03-29' }).page(0)
  expect(server.seen.map(({ url }) => url)).toEqual([
    '/v1/reporting/orders?page=0&size=5000',
    '/v1/reporting/refunds?startDate=2026-03-28&page=0&size=5000',
    '/v1/reporting/payouts?endDate=2026-03-29&page=0&size=5000',
  ])
})

it('lists disputes of one state', async () => {
  const server = await startReport([])
  await clientFor(server.url)
    .reporting.disputes({ ...days, disputeStatus: 'open' })
    .page(0)
  expect(server.seen[0]?.url).toContain('disputeStatus=open')
})

it.each(['', ' ', '..'])('refuses %j as the token of a payout', async (token) => {
  const server = await startReport([])
  const { reporting } = clientFor(server.url)
  for (const report of [reporting.payoutOrders(token), reporting.payoutRefunds(token)]) {
    expect(await failureOf(collect(report))).toMatchObject({ outcome: 'not-sent' })
  }
  expect(server.seen).toEqual([])
})

describe('a row', () => {
  it('has its amounts in one form and its zone-less times as they came', async () => {
    const row = {
      merchantReference: 'order-1',
      orderTokenLast4: '******62VP',
      orderCreatedDate: '2022-05-26T15:28:53.000',
      captureAmount: { amount: 10, currency: 'EUR' },
      transferId: null,
      payoutDetails: {
        transactionDate: '2026-03-29T02:30:00.000',
        grossAmount: { amount: '10', currency: 'EUR' },
        totalFeeAmount: { amount: '-1,22', currency: 'EUR' },
      },
    }
    const server = await startReport([row])
    expect(await collect(clientFor(server.url).reporting.orders())).toEqual([
      {
        ...row,
        captureAmount: eur('10.00'),
        payoutDetails: {
          transactionDate: '2026-03-29T02:30:00.000',
          grossAmount: eur('10.00'),
          totalFeeAmount: eur('-1.22'),
        },
      },
    ])
  })

  it('of a dispute keeps its minor units', async () => {
    const dispute = { disputeToken: 'D1', amountInCents: 1999, currency: 'EUR' }
    const server = await startReport([dispute])
    expect(await collect(clientFor(server.url).reporting.disputes(days))).toEqual([dispute])
  })

  it('of a kind that is new is given as it came', async () => {
    const row = { transferId: 'trr_1', something: { new: [1, '2', null] } }
    const server = await startReport([row])
    expect(await collect(clientFor(server.url).reporting.refunds())).toEqual([row])
  })
})

it('what Scalapay refuses is refused with its own words', async () => {
  const refusal = {
    errorCode: 'pre_condition_failed',
    errorId: 'error-sktwiapnkhy2ynv8',
    message: 'startDate cannot be greater than endDate',
    httpStatusCode: 400,
  }
  const server = await startScript(json(400, refusal))
  const error = await failureOf(collect(clientFor(server.url).reporting.orders(days)))
  expect(error).toMatchObject({
    name: 'ScalapayRequestError',
    errorCode: 'pre_condition_failed',
    message: 'startDate cannot be greater than endDate',
    outcome: 'rejected',
  })
})

it('an idempotency key is refused: a report takes none', async () => {
  const server = await startReport([])
  const { reporting } = clientFor(server.url)
  const error = await failureOf(collect(reporting.orders(days, { idempotencyKey: 'k' })))
  expect(error.message).toMatch(/takes no idempotencyKey/)
  expect(server.seen).toEqual([])
})
