import { describe, expect, it } from 'vitest'
import { eur, responseOf } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'

const checkoutUrl = 'https://checkout.test/T1'
const noon = { date: 'Mon, 23 Nov 2026 12:00:00 GMT' }
const created = (token: string, expires?: string, headers: Record<string, string> = noon) =>
  json(200, { token, checkoutUrl, expires }, headers)
const fresh = created('NEW', '2026-11-23T12:40:00.000Z')
const read = (status: string) =>
  json(200, { token: 'OLD', status, totalAmount: { amount: 190, currency: 'EUR' } })

describe('orders.create', () => {
  it('sends the order and gives token and checkoutUrl', async () => {
    const server = await startScript(fresh)
    const order = await clientFor(server.url).orders.create(sampleOrder())
    expect(order).toEqual({ token: 'NEW', checkoutUrl, expires: '2026-11-23T12:40:00.000Z' })
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/v2/orders' })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(sampleOrder())
  })

  it('takes the order of a travel merchant, without shipping and items', async () => {
    const { shipping: _shipping, items: _items, ...order } = sampleOrder()
    const travel = { startDate: '2027-05-01', endDate: '2027-05-08' }
    const server = await startScript(fresh)
    const extensions = { industry: { travel } }
    await clientFor(server.url).orders.create({ ...order, extensions })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ ...order, extensions })
  })

  it.each<[string, object]>([
    ['it is missing', { token: 'T1' }],
    ['it is null', { token: 'T1', checkoutUrl: null }],
  ])('fails with an unknown outcome without a checkoutUrl: %s', async (_title, answer) => {
    const server = await startScript(json(200, answer, { 'x-amzn-requestid': 'request-1' }))
    const { orders } = clientFor(server.url, { retry: false })
    const error = await failureOf(orders.create(sampleOrder()))
    expect(error).toMatchObject({
      name: 'ScalapayServerError',
      message: 'createOrder: the answer has no checkoutUrl.',
      outcome: 'unknown',
      httpStatusCode: 200,
      attempts: 1,
      requestId: 'request-1',
      idempotencyKey: server.seen[0]?.headers['idempotency-key'],
    })
  })
})

describe('orders.update', () => {
  it('sends the references', async () => {
    const references = { merchantReference: 'order-1', merchantProcessorReference: 'psp-1' }
    const server = await startScript(json(200, { token: 'T1', ...references }))
    const updated = await clientFor(server.url).orders.update('T1', references)
    expect(updated).toEqual({ token: 'T1', ...references })
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: '/v2/orders/T1',
    })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(references)
  })
})

describe('references that would be removed by mistake', () => {
  it.each([
    ['merchantReference', ''],
    ['merchantReference', '  '],
    ['merchantProcessorReference', ''],
    ['merchantReference', null],
  ])('are refused before anything is sent: %s %j', async (name, value) => {
    const server = await startScript(json(200, { token: 'T1' }))
    const update = clientFor(server.url).orders.update('T1', { [name]: value })
    expect(await failureOf(update)).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'not-sent',
      message: `updateOrder: ${name} must be text that is not empty. To remove a reference on purpose, leave it out.`,
    })
    expect(server.seen).toEqual([])
  })
})

describe('orders.get', () => {
  it('gives the order, with amounts in one form', async () => {
    const order = {
      token: 'T1',
      status: 'charged',
      captureStatus: 'captured',
      totalAmount: { amount: 113.56, currency: 'EUR' },
      orderDetails: { totalAmount: { amount: '113.56', currency: 'EUR' } },
    }
    const server = await startScript(json(200, order))
    expect(await clientFor(server.url).orders.get('T1')).toEqual({
      ...order,
      totalAmount: eur('113.56'),
    })
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/v2/payments/T1', body: '' })
  })

  it.each(['', ' ', '.', '..', 'references', undefined, 5])(
    'refuses the token %j',
    async (token) => {
      const server = await startScript(read('charged'))
      const error = await failureOf(clientFor(server.url).orders.get(token as string))
      expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
      expect(server.seen).toEqual([])
    },
  )
})

describe('orders.find', () => {
  it('asks by the references that were given', async () => {
    const rows = [{ orderToken: 'T1', merchantProcessorReference: null, createdAt: '2026-11-23' }]
    const server = await startScript(json(200, rows))
    const found = await clientFor(server.url).orders.find({
      merchantOrderReference: 'order 1/è',
      merchantProcessorReference: undefined,
    })
    expect(found).toEqual(rows)
    expect(responseOf(found).status).toBe(200)
    expect(server.seen[0]?.url).toBe(
      '/v2/payments/references?merchantOrderReference=order%201%2F%C3%A8',
    )
  })
})
