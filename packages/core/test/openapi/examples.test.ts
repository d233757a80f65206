import { describe, expect, it } from 'vitest'
import { type Body, description, operations, resolve, validatorFor } from './description.js'

interface Example {
  readonly what: string
  readonly ref: string
  readonly value: unknown
}

function examplesOf(where: string, body: Body): Example[] {
  const media = body.content?.['application/json']
  return Object.entries(media?.examples ?? {}).map(([name, example]) => ({
    what: `${where} ${name}`,
    ref: String(media?.schema.$ref),
    value: resolve<{ value: unknown }>(example).value,
  }))
}

const nodes = [
  ...operations.map(({ node }) => node),
  ...Object.values(description.webhooks).map(({ post }) => post),
]

const examples = nodes.flatMap((node) => [
  ...examplesOf(`${node.operationId} request`, node.requestBody ?? {}),
  ...Object.entries(node.responses).flatMap(([status, response]) =>
    examplesOf(`${node.operationId} ${status}`, resolve<Body>(response)),
  ),
])

const exampleNamed = (what: string) => examples.find((example) => example.what === what)?.value

/** Shared error answers belong to many operations and are judged once. */
const distinct = [...new Map(examples.map((example) => [example.value, example])).values()]

describe('examples', () => {
  it.each(distinct)('$what fits its schema', ({ ref, value }) => {
    const validate = validatorFor(ref)
    validate(value)
    expect(validate.errors ?? []).toEqual([])
  })

  it.each(operations)('$id has one for every body', ({ id, node }) => {
    const shown = new Set(examples.map(({ what }) => what.split(' ').slice(0, 2).join(' ')))
    const bodies = [...(node.requestBody ? ['request'] : []), ...Object.keys(node.responses)]
    expect(bodies.filter((body) => !shown.has(`${id} ${body}`))).toEqual([])
  })

  it('include the documented order: 190.00 EUR, a T-Shirt and Jeans, pay in 3', () => {
    expect(exampleNamed('createOrder request documentedOrder')).toMatchObject({
      totalAmount: { amount: '190.00', currency: 'EUR' },
      items: [
        { name: 'T-Shirt', quantity: 1, price: { amount: '30.00' } },
        { name: 'Jeans', quantity: 1, price: { amount: '153.00' } },
      ],
      discounts: [{ amount: { amount: '3.00' } }],
      shippingAmount: { amount: '10.00' },
      product: 'pay-in-3',
      frequency: { frequencyType: 'monthly' },
      orderExpiryMilliseconds: 2_400_000,
      merchantReference: 'merchantOrder-1234',
      merchant: {
        redirectConfirmUrl: 'https://portal.integration.scalapay.com/success-url',
        redirectCancelUrl: 'https://portal.integration.scalapay.com/failure-url',
      },
    })
  })

  it('include the documented error', () => {
    expect(exampleNamed('reportOrders 400 documentedError')).toEqual({
      errorCode: '400',
      errorId: 'error-sktwiapnkhy2ynv8',
      message: 'startDate cannot be greater than endDate',
      httpStatusCode: 400,
    })
  })
})
