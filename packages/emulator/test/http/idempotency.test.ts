import { expect, it } from 'vitest'
import { eur, runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

const REPLAYED = 'request-idempotency'

it('replays a create byte for byte, without the header that the specification does not declare', async () => {
  const emulator = await runEmulator()
  const first = await emulator.post('/v2/orders', documentedOrder, { idempotencyKey: 'k' })
  const second = await emulator.post('/v2/orders', documentedOrder, { idempotencyKey: 'k' })
  expect(second.text).toBe(first.text)
  expect([first.headers.has(REPLAYED), second.headers.has(REPLAYED)]).toEqual([false, false])
  expect(emulator.control.orders()).toHaveLength(1)
})

it.each([
  ['capture', '/v2/payments/capture', {}],
  ['delay', '/v2/payments/TOKEN/delay', { authorizationExpiryMilliseconds: 60_000 }],
  ['void', '/v2/payments/TOKEN/void', undefined],
  ['update', '/v2/orders/TOKEN', { merchantReference: 'b' }],
])('replays a %s with Request-Idempotency: true and does it once', async (_name, path, fields) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const body = path.endsWith('capture') ? { token } : fields
  const call = () => emulator.post(path.replace('TOKEN', token), body, { idempotencyKey: 'k' })
  const [first, second] = [await call(), await call()]
  expect([first.status, first.headers.get(REPLAYED)]).toEqual([200, null])
  expect([second.status, second.headers.get(REPLAYED)]).toEqual([200, 'true'])
  expect(second.text).toBe(first.text)
  expect(emulator.control.order(token).history).toHaveLength(3)
})

it('refunds once for one key and twice for two', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  const refund = (idempotencyKey: string) =>
    emulator.post(
      `/v2/payments/${token}/refund`,
      { refundAmount: eur('10.00') },
      { idempotencyKey },
    )
  const answers = [await refund('one'), await refund('one'), await refund('two')]
  expect(answers.map(({ headers }) => headers.get(REPLAYED))).toEqual([null, 'true', null])
  expect(emulator.control.order(token).refundedInCents).toBe(2_000)
})

it('keeps the keys of two merchants apart', async () => {
  const emulator = await runEmulator({ merchantKeys: ['merchant-one', 'merchant-two'] })
  const create = (key: string) =>
    emulator.post('/v2/orders', documentedOrder, {
      authorization: `Bearer ${key}`,
      idempotencyKey: 'k',
    })
  const [one, two] = [await create('merchant-one'), await create('merchant-two')]
  expect(one.json().token).not.toBe(two.json().token)
})

it('forgets a key when its lifetime is over', async () => {
  const emulator = await runEmulator({ idempotency: { lifetimeMs: 1_000 } })
  const create = () => emulator.post('/v2/orders', documentedOrder, { idempotencyKey: 'k' })
  const first = await create()
  await emulator.control.clock.advance(999)
  expect((await create()).text).toBe(first.text)
  await emulator.control.clock.advance(1)
  expect((await create()).text).not.toBe(first.text)
})

it.each([
  ['path', 2],
  ['merchant', 1],
] as const)('counts a key per %s', async (scope, expected) => {
  const emulator = await runEmulator({ idempotency: { scope } })
  const [one, two] = [await emulator.approved(), await emulator.approved()]
  for (const token of [one, two]) {
    await emulator.post(`/v2/payments/${token}/void`, undefined, { idempotencyKey: 'k' })
  }
  expect(emulator.control.ledger()).toHaveLength(expected)
})

it.each([
  ['replay', [200, 'true'], 1_000],
  ['conflict', [409, null], 1_000],
  ['execute', [200, null], 3_000],
] as const)(
  'answers the same key with another body by %s',
  async (sameKeyOtherBody, [status, header], refunded) => {
    const emulator = await runEmulator({ idempotency: { sameKeyOtherBody } })
    const token = await emulator.captured()
    const refund = (amount: string) =>
      emulator.post(
        `/v2/payments/${token}/refund`,
        { refundAmount: eur(amount) },
        { idempotencyKey: 'k' },
      )
    await refund('10.00')
    const other = await refund('20.00')
    expect([other.status, other.headers.get(REPLAYED)]).toEqual([status, header])
    expect(emulator.control.order(token).refundedInCents).toBe(refunded)
  },
)
