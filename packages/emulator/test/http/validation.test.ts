import { expect, it } from 'vitest'
import { eur, runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

interface Envelope {
  readonly message: {
    readonly errors: readonly { readonly field: unknown; readonly types: unknown }[]
  }
}

const [shirt] = documentedOrder.items

/** The findings of a refused order: field and Joi codes. */
async function findingsOf(changes: object) {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', { ...documentedOrder, ...changes })
  expect(answer.status).toBe(400)
  const { message } = JSON.parse(answer.text) as Envelope
  return message.errors.map(({ field, types }) => [field, types])
}

it.each([
  [['consumer'], 'any.required', { consumer: undefined }],
  [
    ['shipping', 'countryCode'],
    'string.length',
    { shipping: { ...documentedOrder.shipping, countryCode: 'ITA' } },
  ],
  [['items', 1, 'quantity'], 'any.required', { items: [shirt, { ...shirt, quantity: undefined }] }],
  [['items', 0, 'price', 'amount'], 'any.empty', { items: [{ ...shirt, price: eur('') }] }],
  [['items', 0, 'quantity'], 'number.base', { items: [{ ...shirt, quantity: 1.5 }] }],
  [['items'], 'array.base', { items: {} }],
  [['merchant'], 'object.base', { merchant: 'x' }],
  [['merchantReference'], 'any.empty', { merchantReference: '' }],
  [['merchantReference'], 'string.base', { merchantReference: 7 }],
  [['orderExpiryMilliseconds'], 'number.min', { orderExpiryMilliseconds: 0 }],
  [['orderExpiryMilliseconds'], 'number.max', { orderExpiryMilliseconds: '9'.repeat(20) }],
  [['totalAmount', 'amount'], 'string.base', { totalAmount: { amount: 190, currency: 'EUR' } }],
  [['totalAmount', 'amount'], 'string.regex.base', { totalAmount: eur('190,00') }],
  [['totalAmount', 'amount'], 'string.regex.base', { totalAmount: eur('190.001') }],
  [['totalAmount', 'amount'], 'string.regex.base', { totalAmount: eur('-1.00') }],
  [['totalAmount', 'amount'], 'number.greater', { totalAmount: eur('0.00') }],
  [
    ['totalAmount', 'currency'],
    'any.allowOnly',
    { totalAmount: { amount: '1.00', currency: 'USD' } },
  ],
])('finds %j to be %s', async (field, type, changes) => {
  expect(await findingsOf(changes)).toEqual([[field, [type]]])
})

it.each(['javascript:alert(1)', 'ftp://example.com/', '/relative', 'http://'])(
  'refuses to send the shopper to %s',
  async (redirectConfirmUrl) => {
    const merchant = { ...documentedOrder.merchant, redirectConfirmUrl }
    const findings = await findingsOf({ merchant })
    expect(findings.map(([field]) => field)).toEqual([['merchant', 'redirectConfirmUrl']])
  },
)

it('names every finding at once', async () => {
  const findings = await findingsOf({
    shipping: undefined,
    items: [{ ...shirt, sku: '', name: 3 }],
  })
  expect(findings).toEqual([
    [['shipping'], ['any.required']],
    [['items', 0, 'name'], ['string.base']],
    [['items', 0, 'sku'], ['any.empty']],
  ])
})

it.each(['[]', '"text"', 'null', '7'])('wants an object and not %s', async (body) => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/payments/capture', body)
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.text)).toMatchObject({
    message: { errors: [{ field: ['value'], types: ['object.base'] }] },
  })
})

it('asks a travel order for its trip and not for items and shipping', async () => {
  const emulator = await runEmulator()
  const { items: _items, shipping: _shipping, ...rest } = documentedOrder
  const travel = { startDate: '2026-07-01', endDate: '2026-07-08' }
  const order = { ...rest, extensions: { industry: { travel } } }
  expect((await emulator.post('/v2/orders', order)).status).toBe(200)
  const wrong = { ...rest, extensions: { industry: { travel: { ...travel, startDate: 'soon' } } } }
  const { message } = JSON.parse((await emulator.post('/v2/orders', wrong)).text) as Envelope
  expect(message.errors.map(({ field, types }) => [field, types])).toEqual([
    [['extensions', 'industry', 'travel', 'startDate'], ['string.isoDate']],
  ])
})

it('refuses an order above the maximum of the contract', async () => {
  const emulator = await runEmulator({ maximumAmountInCents: 10_000 })
  const within = await emulator.post('/v2/orders', {
    ...documentedOrder,
    totalAmount: eur('100.00'),
  })
  expect(within.status).toBe(200)
  const above = await emulator.post('/v2/orders', {
    ...documentedOrder,
    totalAmount: eur('100.01'),
  })
  expect([above.status, above.json().errorCode]).toEqual([
    400,
    'order_amount_exceeds_maximum_limit',
  ])
})
