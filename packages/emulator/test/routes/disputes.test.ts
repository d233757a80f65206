import { expect, it } from 'vitest'
import { runEmulator, START } from '../support/emulator.js'
import { DAY, report } from '../support/reports.js'

const JANUARY = 'startDate=2026-01-01&endDate=2026-01-31'

it('lists a dispute with its order unmasked and its amount in cents', async () => {
  const emulator = await runEmulator()
  const orderToken = await emulator.captured()
  const { token } = emulator.control.disputes.open(orderToken, { merchantDisputeReference: 'd-1' })
  expect(await report(emulator, `/disputes?${JANUARY}`)).toEqual({
    items: [
      {
        disputeToken: token,
        orderToken,
        disputeStatus: 'open',
        openingReason: 'product_not_received',
        amountInCents: 19_000,
        currency: 'EUR',
        createdAt: START,
        expiresAt: '2026-01-11T09:00:00.000Z',
        merchantOrderReference: 'merchantOrder-1234',
        merchantDisputeReference: 'd-1',
        resolvingReason: null,
        liability: 'pending',
        updatedAt: null,
        resolvedAt: null,
      },
    ],
    total: 1,
    page: 0,
    size: 20,
    hasMore: false,
  })
})

it('shows how a dispute ended', async () => {
  const emulator = await runEmulator()
  const { token } = emulator.control.disputes.open(await emulator.captured())
  await emulator.control.clock.advance(DAY)
  emulator.control.disputes.resolve(token, { status: 'lost' })
  const resolvedAt = '2026-01-02T09:00:00.000Z'
  expect((await report(emulator, `/disputes?${JANUARY}`)).items).toMatchObject([
    {
      disputeStatus: 'lost',
      resolvingReason: 'evidence_rejected',
      liability: 'merchant',
      updatedAt: resolvedAt,
      resolvedAt,
    },
  ])
})

it('lists the disputes that were opened in the period, by status when asked', async () => {
  const emulator = await runEmulator()
  const { disputes, clock } = emulator.control
  const first = disputes.open(await emulator.captured())
  await clock.advance(DAY)
  disputes.open(await emulator.captured())
  disputes.resolve(first.token, { status: 'won' })
  const totalOf = async (query: string) => (await report(emulator, `/disputes?${query}`)).total
  expect(await totalOf(JANUARY)).toBe(2)
  expect(await totalOf('startDate=2026-01-01&endDate=2026-01-01')).toBe(1)
  expect(await totalOf('startDate=2026-01-02&endDate=2026-01-02')).toBe(1)
  expect(await totalOf(`${JANUARY}&disputeStatus=won`)).toBe(1)
  expect(await totalOf(`${JANUARY}&disputeStatus=processing`)).toBe(0)
})

it('gives 20 rows a page, up to 100 when asked', async () => {
  const emulator = await runEmulator()
  const orderToken = await emulator.captured()
  for (let count = 0; count < 21; count += 1) {
    emulator.control.disputes.open(orderToken, { amountInCents: 1 })
  }
  const sizes = async (query: string) => {
    const page = await report(emulator, `/disputes?${JANUARY}${query}`)
    return [page.items.length, page.size, page.hasMore]
  }
  expect(await sizes('')).toEqual([20, 20, true])
  expect(await sizes('&page=1')).toEqual([1, 20, false])
  expect(await sizes('&size=100')).toEqual([21, 100, false])
})

it.each([
  ['', 'api_validationerror'],
  ['startDate=2026-01-01', 'api_validationerror'],
  ['endDate=2026-01-01', 'api_validationerror'],
  [`${JANUARY}&size=0`, 'api_validationerror'],
  [`${JANUARY}&size=101`, 'api_validationerror'],
  [`${JANUARY}&page=-1`, 'api_validationerror'],
  ['startDate=2026-01-02&endDate=2026-01-01', 'pre_condition_failed'],
])('refuses the query "%s" without a message', async (query, errorCode) => {
  const emulator = await runEmulator()
  const answer = await emulator.get(`/v1/reporting/disputes?${query}`)
  expect([answer.status, answer.json()]).toEqual([
    400,
    { errorCode, errorId: expect.stringMatching(/^error-/), httpStatusCode: 400 },
  ])
})

it.each(['no-message', 'error-500', 'error-500=after'])(
  'fails without a message by %s',
  async (fault) => {
    const emulator = await runEmulator()
    const answer = await emulator.get(`/v1/reporting/disputes?${JANUARY}`, { fault })
    expect([answer.status, answer.json()]).toEqual([
      500,
      { errorCode: 'internal_server', errorId: expect.any(String), httpStatusCode: 500 },
    ])
  },
)

it("does not list another merchant's disputes", async () => {
  const emulator = await runEmulator({ merchantKeys: ['merchant-one', 'merchant-two'] })
  emulator.control.disputes.open(await emulator.captured())
  const other = { authorization: 'Bearer merchant-two' }
  const answer = await emulator.get(`/v1/reporting/disputes?${JANUARY}`, other)
  expect(answer.json().total).toBe(0)
})
