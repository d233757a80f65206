import { expect, it } from 'vitest'
import { eur, runEmulator, START, type TestEmulator } from '../support/emulator.js'
import { DAY } from '../support/reports.js'

/** A call to the control plane, which needs no key. */
async function control(emulator: TestEmulator, path: string, body: object = {}) {
  const response = await fetch(`${emulator.url}/_emulator${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  return [response.status, answer]
}

it('opens a dispute about all that is captured and not refunded', async () => {
  const emulator = await runEmulator()
  const orderToken = await emulator.captured()
  await emulator.post(`/v2/payments/${orderToken}/refund`, { refundAmount: eur('40.00') })
  const dispute = {
    token: expect.stringMatching(/^[A-Z0-9]{12}$/),
    orderToken,
    status: 'open',
    openingReason: 'product_not_received',
    amountInCents: 15_000,
    merchantDisputeReference: null,
    createdAt: START,
    expiresAt: '2026-01-11T09:00:00.000Z',
    resolvingReason: null,
    liability: 'pending',
    resolvedAt: null,
  }
  expect(await control(emulator, `/orders/${orderToken}/disputes`)).toEqual([200, dispute])
  expect(emulator.control.disputes.list()).toEqual([dispute])
  expect(await (await fetch(`${emulator.url}/_emulator/disputes`)).json()).toEqual([dispute])
})

it('opens a dispute as it is told', async () => {
  const emulator = await runEmulator()
  const opening = {
    reason: 'duplicate',
    amountInCents: 1_000,
    status: 'processing',
    merchantDisputeReference: 'd-1',
  } as const
  const { openingReason, ...dispute } = emulator.control.disputes.open(
    await emulator.captured(),
    opening,
  )
  const { reason, ...rest } = opening
  expect([openingReason, dispute]).toEqual([reason, expect.objectContaining(rest)])
})

it.each([
  ['won', 'evidence_accepted', 'scalapay'],
  ['lost', 'evidence_rejected', 'merchant'],
  ['closed', 'customer_canceled', null],
])('resolves a dispute as %s and moves no money', async (status, resolvingReason, liability) => {
  const emulator = await runEmulator()
  const { token } = emulator.control.disputes.open(await emulator.captured())
  await emulator.control.clock.advance(DAY)
  const [code, answer] = await control(emulator, `/disputes/${token}/resolve`, { status })
  const resolvedAt = '2026-01-02T09:00:00.000Z'
  expect(code).toBe(200)
  expect(answer).toMatchObject({ token, status, resolvingReason, liability, resolvedAt })
  expect(emulator.control.ledger()).toHaveLength(1)
})

it('resolves a dispute for another reason', async () => {
  const emulator = await runEmulator()
  const { disputes } = emulator.control
  const { token } = disputes.open(await emulator.captured())
  const resolution = { status: 'lost', reason: 'merchant_accepted' } as const
  expect(disputes.resolve(token, resolution).resolvingReason).toBe('merchant_accepted')
})

it('loses a dispute whose deadline passes, and leaves one that is resolved alone', async () => {
  const emulator = await runEmulator()
  const { disputes, clock } = emulator.control
  const late = disputes.open(await emulator.captured())
  const won = disputes.open(await emulator.captured())
  disputes.resolve(won.token, { status: 'won' })
  await clock.advance(10 * DAY - 1)
  expect(disputes.list().map(({ status }) => status)).toEqual(['open', 'won'])
  await clock.advance(1)
  expect(disputes.list()).toMatchObject([
    {
      token: late.token,
      status: 'lost',
      resolvingReason: 'evidence_deadline_expired',
      resolvedAt: late.expiresAt,
    },
    { token: won.token, status: 'won', resolvedAt: START },
  ])
})

it('forgets disputes and their deadlines on reset', async () => {
  const emulator = await runEmulator()
  emulator.control.disputes.open(await emulator.captured())
  emulator.control.reset()
  await emulator.control.clock.advance(11 * DAY)
  expect(emulator.control.disputes.list()).toEqual([])
})

it.each([
  [{ reason: 'bad_mood' }, /^reason must be one of credit_not_processed, /],
  [{ status: 'won' }, /^status must be one of open, processing$/],
  [{ amountInCents: 0 }, /^amountInCents must be a whole number from 1 to 19000$/],
  [{ amountInCents: 19_001 }, /^amountInCents must be a whole number from 1 to 19000$/],
  [{ amountInCents: '5' }, /^amountInCents must be a whole number from 1 to 19000$/],
  [{ merchantDisputeReference: 7 }, /^merchantDisputeReference must be a text$/],
])('refuses to open a dispute with %j', async (body, error) => {
  const emulator = await runEmulator()
  const orderToken = await emulator.captured()
  expect(await control(emulator, `/orders/${orderToken}/disputes`, body)).toEqual([
    400,
    { error: expect.stringMatching(error) },
  ])
  expect(emulator.control.disputes.list()).toEqual([])
})

it('refuses a dispute about an order that is unknown or not captured', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  expect(await control(emulator, `/orders/${token}/disputes`)).toEqual([
    400,
    { error: 'Only captured money can be disputed; capture the order' },
  ])
  expect((await control(emulator, '/orders/NOBODY/disputes'))[0]).toBe(404)
})

it('refuses to resolve what is unknown, resolved already or not an end', async () => {
  const emulator = await runEmulator()
  const { token } = emulator.control.disputes.open(await emulator.captured())
  const resolve = (path: string, body: object) =>
    control(emulator, `/disputes/${path}/resolve`, body)
  expect(await resolve('NOBODY', { status: 'won' })).toEqual([
    404,
    { error: 'There is no dispute with this token; open one first' },
  ])
  expect(await resolve(token, {})).toEqual([
    400,
    { error: 'status must be one of won, lost, closed' },
  ])
  expect((await resolve(token, { status: 'won', reason: 'x' }))[0]).toBe(400)
  expect((await resolve(token, { status: 'won' }))[0]).toBe(200)
  expect(await resolve(token, { status: 'lost' })).toEqual([
    400,
    { error: 'The dispute is won already' },
  ])
})
