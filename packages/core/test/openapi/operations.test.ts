import { describe, expect, it } from 'vitest'
import { operations as table } from '../../src/generated/operations.js'
import { type Body, operations, parametersOf, resolve } from './description.js'

/** The fact sheet, section 5: operation, method, path, documented statuses. */
const facts = [
  ['createOrder', 'POST', '/v2/orders', '200 400 401 409'],
  ['updateOrder', 'POST', '/v2/orders/{token}', '200 400 401 409'],
  ['findOrders', 'GET', '/v2/payments/references', '200 400 401'],
  ['getOrder', 'GET', '/v2/payments/{token}', '200 401 422'],
  ['delayPayment', 'POST', '/v2/payments/{token}/delay', '200 400 401 409'],
  ['capturePayment', 'POST', '/v2/payments/capture', '200 400 401 409'],
  ['refundPayment', 'POST', '/v2/payments/{token}/refund', '200 400 401 409'],
  ['voidPayment', 'POST', '/v2/payments/{token}/void', '200 400 401 409'],
  ['captureDelayedPayment', 'POST', '/v2/payments/{token}/delay/capture', '200 400 401 409'],
  ['refundDelayedPayment', 'POST', '/v2/payments/{token}/delay/refund', '200 400 401 409'],
  ['voidDelayedPayment', 'POST', '/v2/payments/{token}/delay/void', '200 400 401 409'],
  ['createInStoreOrder', 'POST', '/v1/instore/orders', '200 400 401'],
  ['findInStoreOrders', 'GET', '/v1/instore/orders/references', '200 400 401'],
  ['getInStoreOrder', 'GET', '/v1/instore/orders/{token}', '200 400 401'],
  ['refundInStoreOrder', 'POST', '/v1/instore/orders/{token}/refund', '200 400 401'],
  ['createInStorePayByLinkOrder', 'POST', '/v2/instore/paybylink/orders', '200 400 401'],
  ['voidInStorePayByLinkOrder', 'POST', '/v2/instore/paybylink/orders/{token}/void', '200 400 401'],
  ['reportOrders', 'GET', '/v1/reporting/orders', '200 400 401'],
  ['reportRefunds', 'GET', '/v1/reporting/refunds', '200 400 401'],
  ['reportPayouts', 'GET', '/v1/reporting/payouts', '200 400 401'],
  ['reportPayoutOrders', 'GET', '/v1/reporting/payouts/{token}/orders', '200 400 401'],
  ['reportPayoutRefunds', 'GET', '/v1/reporting/payouts/{token}/refunds', '200 400 401'],
  ['reportDisputes', 'GET', '/v1/reporting/disputes', '200 400 401 500'],
  ['getConfigurations', 'GET', '/v3/configurations', '200 401'],
]

const idempotent = [
  'createOrder',
  'updateOrder',
  'delayPayment',
  'capturePayment',
  'refundPayment',
  'voidPayment',
]

const withDeviceKey = [
  'createInStoreOrder',
  'findInStoreOrders',
  'getInStoreOrder',
  'refundInStoreOrder',
  'createInStorePayByLinkOrder',
  'voidInStorePayByLinkOrder',
]

const idsWhere = (matches: (operation: (typeof operations)[number]) => boolean) =>
  operations.filter(matches).map(({ id }) => id)

describe('the operations of the description', () => {
  it('are those of the fact sheet, with their paths and documented statuses', () => {
    const described = operations.map(({ id, method, path, node }) => {
      const statuses = Object.keys(node.responses).filter((status) => status !== 'default')
      return [id, method, path, statuses.sort().join(' ')]
    })
    expect(described).toEqual(facts)
  })

  it('each have a summary and a description', () => {
    expect(idsWhere(({ node }) => !node.summary || !node.description)).toEqual([])
  })

  it('take an Idempotency-Key on exactly six', () => {
    const takesKey = idsWhere(({ node }) =>
      parametersOf(node).some(({ name }) => name === 'Idempotency-Key'),
    )
    expect(takesKey).toEqual(idempotent)
  })

  it('declare Request-Idempotency on those six except on create', () => {
    const declares = idsWhere(
      ({ node }) =>
        'Request-Idempotency' in (resolve<Body>(node.responses['200'] ?? {}).headers ?? {}),
    )
    expect(declares).toEqual(idempotent.filter((id) => id !== 'createOrder'))
  })

  it('need the device key on exactly the six in-store ones', () => {
    const needsDevice = idsWhere(({ node }) => node.security?.[0]?.deviceKey !== undefined)
    expect(needsDevice).toEqual(withDeviceKey)
  })

  it('mark multi-capture and configurations as unpublished', () => {
    expect(idsWhere(({ node }) => node['x-unpublished'] === true)).toEqual([
      'captureDelayedPayment',
      'refundDelayedPayment',
      'voidDelayedPayment',
      'getConfigurations',
    ])
  })

  it.each(operations)('$id describes a parameter for each placeholder of its path', (operation) => {
    const inPath = parametersOf(operation.node).filter((parameter) => parameter.in === 'path')
    const placeholders = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name }) => name)).toEqual(placeholders)
  })
})

describe('the generated table of operations', () => {
  it('says method, path, key and idempotency of each', () => {
    const expected = facts.map(([id, method, path]) => [
      id,
      {
        method,
        path,
        auth: withDeviceKey.includes(id ?? '') ? 'device' : 'merchant',
        idempotent: idempotent.includes(id ?? ''),
      },
    ])
    expect(Object.entries(table)).toEqual(expected)
  })
})
