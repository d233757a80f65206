import { expect, it } from 'vitest'
import { asDevice, eur, runEmulator } from '../support/emulator.js'
import { documentedOrder, tillOrder } from '../support/orders.js'

/** The status and the code of an answer. */
const outcomeOf = ({ status, json }: { status: number; json: () => object }) => {
  const { httpStatusCode, errorCode } = json() as { httpStatusCode: number; errorCode: string }
  expect(httpStatusCode).toBe(status)
  return [status, errorCode]
}

it.each([
  [{}, [400, 'order_not_authorized']],
  [{ status: 409 }, [409, 'order_not_authorized']],
  [{ errorCode: 'invalid_state' }, [400, 'invalid_state']],
  [{ status: 422, errorCode: 'invalid_state' }, [422, 'invalid_state']],
])('refuses what the order does not allow by %j', async (refusals, expected) => {
  const emulator = await runEmulator({ refusals })
  const answer = await emulator.post('/v2/payments/capture', { token: await emulator.created() })
  expect(outcomeOf(answer)).toEqual(expected)
})

it('keeps a documented code where only the status is unpublished', async () => {
  const emulator = await runEmulator({ refusals: { status: 422, errorCode: 'invalid_state' } })
  const order = { ...documentedOrder, totalAmount: eur('2000.01') }
  expect(outcomeOf(await emulator.post('/v2/orders', order))).toEqual([
    422,
    'order_amount_exceeds_maximum_limit',
  ])
})

it('refuses what a till may not charge by the same switch', async () => {
  const emulator = await runEmulator({ refusals: { status: 409, errorCode: 'invalid_state' } })
  const order = { ...tillOrder, totalAmount: eur('4.99') }
  const answer = await emulator.post('/v1/instore/orders', order, asDevice)
  expect(outcomeOf(answer)).toEqual([409, 'invalid_state'])
})

it('leaves documented refusals as they are', async () => {
  const emulator = await runEmulator({ refusals: { status: 404, errorCode: 'invalid_state' } })
  expect(outcomeOf(await emulator.get('/v2/payments/NOBODY'))).toEqual([422, 'invalid_token'])
  const reversed = '/v1/reporting/orders?startDate=2026-01-02&endDate=2026-01-01'
  expect(outcomeOf(await emulator.get(reversed))).toEqual([400, 'pre_condition_failed'])
})

it('replays a refusal of another status when failures are kept', async () => {
  const emulator = await runEmulator({
    refusals: { status: 409 },
    idempotency: { storeFailures: ['refused'] },
  })
  const token = await emulator.created()
  const capture = () => emulator.post('/v2/payments/capture', { token }, { idempotencyKey: 'k' })
  await capture()
  emulator.control.approve(token)
  const again = await capture()
  expect([again.status, again.headers.get('request-idempotency')]).toEqual([409, 'true'])
})
