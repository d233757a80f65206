import { expect, it } from 'vitest'
import { asDevice, eur, runEmulator, START, type TestEmulator } from '../support/emulator.js'
import { tillOrder } from '../support/orders.js'

const PATH = '/v1/instore/orders'

const refundBody = (amount: string) => ({
  requestId: 'R-1',
  merchantOperatorId: 'operator-7',
  refundAmount: eur(amount),
})

const create = (emulator: TestEmulator, changes: object = {}) =>
  emulator.post(PATH, { ...tillOrder, ...changes }, asDevice)

it('creates and charges in one step', async () => {
  const emulator = await runEmulator()
  const answer = await create(emulator)
  const orderToken = String(answer.json().token)
  expect([answer.status, answer.json()]).toEqual([
    200,
    { requestId: 'EKMXO6QFN', token: orderToken, status: 'charged' },
  ])
  expect(emulator.control.ledger()).toEqual([
    { kind: 'capture', orderToken, amountInCents: 4_070, at: START },
  ])
  expect(emulator.control.order(orderToken)).toMatchObject({
    origin: 'in-store',
    deviceReference: 'device-1',
    history: [{ event: 'created' }, { event: 'approved' }, { event: 'captured' }],
  })
})

it('charges again when the same request is sent again, with an idempotency key or not', async () => {
  const emulator = await runEmulator()
  const options = { ...asDevice, idempotencyKey: 'same' }
  const one = await emulator.post(PATH, tillOrder, options)
  const two = await emulator.post(PATH, tillOrder, options)
  expect(two.json().token).not.toBe(one.json().token)
  expect(two.headers.has('request-idempotency')).toBe(false)
  expect(emulator.control.ledger()).toHaveLength(2)
})

it('reads token and status', async () => {
  const emulator = await runEmulator()
  const { token } = (await create(emulator)).json()
  const answer = await emulator.get(`${PATH}/${token}`, asDevice)
  expect([answer.status, answer.json()]).toEqual([200, { token, status: 'charged' }])
})

it('finds orders of tills by reference, and online ones not', async () => {
  const emulator = await runEmulator()
  const { token } = (await create(emulator)).json()
  await emulator.created({ merchantReference: 'till-2026-0042' })
  const answer = await emulator.get(
    `${PATH}/references?merchantOrderReference=till-2026-0042`,
    asDevice,
  )
  expect([answer.status, answer.json()]).toEqual([
    200,
    [
      {
        orderToken: token,
        merchantOrderReference: 'till-2026-0042',
        merchantProcessorReference: null,
        createdAt: START,
      },
    ],
  ])
})

it('refunds in parts and echoes the request, the amount as a number', async () => {
  const emulator = await runEmulator()
  const { token } = (await create(emulator)).json()
  const answer = await emulator.post(`${PATH}/${token}/refund`, refundBody('10.00'), asDevice)
  expect([answer.status, answer.text]).toEqual([
    200,
    '{"merchantOperatorId":"operator-7","requestId":"R-1","refundAmount":{"amount":10,"currency":"EUR"}}',
  ])
  const rest = await emulator.post(`${PATH}/${token}/refund`, refundBody('30.70'), asDevice)
  expect(rest.status).toBe(200)
  expect((await emulator.get(`${PATH}/${token}`, asDevice)).json().status).toBe('refunded')
  expect(emulator.control.ledger().map((entry) => [entry.kind, entry.amountInCents])).toEqual([
    ['capture', 4_070],
    ['refund', 1_000],
    ['refund', 3_070],
  ])
})

it('refuses to refund more than was charged', async () => {
  const emulator = await runEmulator()
  const { token } = (await create(emulator)).json()
  const answer = await emulator.post(`${PATH}/${token}/refund`, refundBody('40.71'), asDevice)
  expect([answer.status, answer.json().errorCode]).toEqual([
    400,
    'refund_amount_exceeds_captured_amount',
  ])
  expect(emulator.control.ledger()).toHaveLength(1)
})

it.each([
  ['below the minimum', { totalAmount: eur('4.99') }, 'order_amount_below_minimum_limit'],
  ['above the maximum', { totalAmount: eur('2000.01') }, 'order_amount_exceeds_maximum_limit'],
  ['with a refused barcode', { preApprovalCode: '00000000' }, 'invalid_pre_approval_code'],
])('refuses an order %s', async (_case, changes, errorCode) => {
  const emulator = await runEmulator()
  const answer = await create(emulator, changes)
  expect([answer.status, answer.json().errorCode]).toEqual([400, errorCode])
  expect([emulator.control.orders(), emulator.control.ledger()]).toEqual([[], []])
})

it('charges an order of exactly the minimum', async () => {
  const emulator = await runEmulator()
  expect((await create(emulator, { totalAmount: eur('5.00') })).status).toBe(200)
})

it.each([
  'totalAmount',
  'preApprovalCode',
  'requestId',
  'merchantOperatorId',
  'items',
  'merchantReference',
])('requires %s', async (name) => {
  const emulator = await runEmulator()
  const answer = await create(emulator, { [name]: undefined })
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({
    errorCode: 'api_validationerror',
    message: { errors: [{ field: [name], location: 'body', types: ['any.required'] }] },
  })
})

it.each(['requestId', 'merchantOperatorId', 'refundAmount'])(
  'requires %s of a refund',
  async (name) => {
    const emulator = await runEmulator()
    const { token } = (await create(emulator)).json()
    const body = { ...refundBody('1.00'), [name]: undefined }
    const answer = await emulator.post(`${PATH}/${token}/refund`, body, asDevice)
    expect(answer.json()).toMatchObject({
      message: { errors: [{ field: [name], types: ['any.required'] }] },
    })
  },
)

it('knows no order of the other kind of key', async () => {
  const emulator = await runEmulator()
  const online = await emulator.captured()
  const { token: till } = (await create(emulator)).json()
  const answers = [
    await emulator.get(`${PATH}/${online}`, asDevice),
    await emulator.post(`${PATH}/${online}/refund`, refundBody('1.00'), asDevice),
    await emulator.get(`/v2/payments/${till}`),
    await emulator.post(`/v2/payments/${till}/refund`, { refundAmount: eur('1.00') }),
  ]
  expect(answers.map((answer) => [answer.status, answer.json().errorCode])).toEqual(
    answers.map(() => [422, 'invalid_token']),
  )
})

it('gives each merchant the orders of its own devices', async () => {
  const emulator = await runEmulator({
    merchantKeys: ['merchant-one', 'merchant-two'],
    deviceKeys: ['till-one', 'till-two', 'till-three'],
  })
  const as = (key: string) => ({ authorization: `Bearer ${key}` })
  const { token } = (await emulator.post(PATH, tillOrder, as('till-one'))).json()
  const statusFor = async (key: string) => (await emulator.get(`${PATH}/${token}`, as(key))).status
  expect(await statusFor('till-two')).toBe(422)
  expect(await statusFor('till-three')).toBe(200)
  const totalFor = async (key: string) =>
    (await emulator.get('/v1/reporting/orders', as(key))).json().total
  expect([await totalFor('merchant-one'), await totalFor('merchant-two')]).toEqual([1, 0])
})
