import { describe, expect, it } from 'vitest'
import { eur, type Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { anAuthorizedOrder, startOrderServer } from '../support/order-server.js'
import { json, type Step, startScript } from '../support/scripted-server.js'

const input = {
  token: 'T1',
  expect: { merchantReference: 'order-1', totalAmount: eur('190.00') },
}

describe('a success that says nothing of the order', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    ['a list', []],
    ['no total', { token: 'T1', status: 'authorized' }],
    ['a status that is no text', { ...anAuthorizedOrder(), status: 7 }],
    ['a total that is a number', { ...anAuthorizedOrder(), totalAmount: 190 }],
    ['a total without a currency', { ...anAuthorizedOrder(), totalAmount: { amount: '190.00' } }],
    [
      'a total that is no amount',
      { ...anAuthorizedOrder(), totalAmount: { amount: '1,190.00', currency: 'EUR' } },
    ],
    ['the order of another token', { ...anAuthorizedOrder(), token: 'T2' }],
  ])('does not make it another order: %s', async (_title, answer) => {
    const server = await startScript(json(200, answer, { 'x-amzn-requestid': 'request-1' }))
    expect(await failureOf(clientFor(server.url).checkout.complete(input))).toMatchObject({
      name: 'ScalapayServerError',
      operation: 'getOrder',
      outcome: 'unknown',
      requestId: 'request-1',
    })
    expect(server.seen).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['an object', { items: [] }],
    ['a list of nothing', [null]],
  ])('leaves it open whose order it is when a look-up gives %s', async (_title, answer) => {
    const order = anAuthorizedOrder({ orderDetails: {} })
    const server = await startScript(json(200, order), json(200, answer))
    expect(await failureOf(clientFor(server.url).checkout.complete(input))).toMatchObject({
      name: 'ScalapayServerError',
      operation: 'findOrders',
      outcome: 'unknown',
    })
  })

  it('stops no sweep of other orders', async () => {
    const server = await startScript((request, response) => {
      const order = { ...anAuthorizedOrder({ orderDetails: {} }), status: 'expired' }
      json(200, request.url.includes('/references') ? {} : order)(request, response)
    })
    const results = await clientFor(server.url).checkout.sweep([input, { ...input, token: 'T2' }])
    expect(results.map(({ error }) => error?.name)).toEqual([
      'ScalapayServerError',
      'ScalapayServerError',
    ])
  })
})

describe('an order that is read without its token', () => {
  const { token: _token, ...unnamed } = anAuthorizedOrder({ orderDetails: {} })

  it('is looked up by the one that was asked for', async () => {
    const row = { orderToken: 'T1', merchantOrderReference: 'order-1' }
    const approved = json(200, { token: 'T1', status: 'APPROVED' })
    const server = await startScript(json(200, unnamed), json(200, [row]), approved)
    const { outcome, order } = await clientFor(server.url).checkout.complete(input)
    expect([outcome, order.token]).toEqual(['captured', 'T1'])
  })
})

describe('a write that is answered with another order', () => {
  const other = json(200, { token: 'T2', status: 'APPROVED' })
  const order = json(200, { token: 'T1', status: 'charged' })
  const refund = { refundAmount: eur('1.00'), merchantRefundReference: 'R1' }

  it.each<[string, (client: Scalapay) => Promise<unknown>, Step[]]>([
    ['capturePayment', ({ payments }) => payments.capture({ token: 'T1' }), [other]],
    ['delayPayment', ({ payments }) => payments.delay('T1'), [other]],
    ['voidPayment', ({ payments }) => payments.void('T1'), [other]],
    ['refundPayment', ({ payments }) => payments.refund('T1', refund), [order, other]],
    ['getOrder', ({ orders }) => orders.get('T1'), [other]],
  ])('is no success of %s, and the money may have moved', async (operation, call, steps) => {
    const server = await startScript(...steps)
    expect(await failureOf(call(clientFor(server.url)))).toMatchObject({
      name: 'ScalapayServerError',
      message: `${operation}: the answer is about another order.`,
      operation,
      outcome: 'unknown',
    })
  })
})

describe('a capture that was sent', () => {
  const order = json(200, anAuthorizedOrder())
  const pending = json(200, { token: 'T1', status: 'PENDING' })
  const conflict = json(409, { errorCode: 'conflicting_operation_in_progress', message: 'busy' })
  const tooMany = json(429, { message: 'Too Many Requests' })
  const cutOff: Step = (_request, response) => response.destroy()

  it.each<[string, Step[]]>([
    ['its answer says nothing, and the read after it is one too many', [order, pending, tooMany]],
    ['its answer says nothing, and the read after it is cut off', [order, pending, cutOff]],
    ['it met a conflict, and its repetition is one too many', [order, conflict, order, tooMany]],
    ['it met a conflict, and its repetition is cut off', [order, conflict, order, cutOff]],
  ])('stays of unknown outcome when %s', async (_title, steps) => {
    const server = await startScript(...steps, tooMany)
    const client = clientFor(server.url, { retry: false })
    expect(await failureOf(client.checkout.complete(input))).toMatchObject({
      outcome: 'unknown',
      hint: expect.stringContaining('complete it again'),
    })
  })
})

describe('a delay that is not confirmed', () => {
  const delay = { ...input, capture: 'delay' } as const

  it.each([
    ['declined', 'DECLINED', {}],
    ['authorized', 'PENDING', {}],
    ['delayed', 'PENDING', { captureStatus: 'delayed' }],
    ['expired', 'DECLINED', { status: 'expired' }],
  ])('is %s when it is answered with %s and the order reads %j', async (outcome, status, state) => {
    const answer = json(200, { token: 'T1', status })
    const fault = { commits: false, answer, meanwhile: state }
    const server = await startOrderServer(anAuthorizedOrder(), fault)
    const completed = await clientFor(server.url).checkout.complete(delay)
    expect(completed).toMatchObject({ outcome, changed: false, order: state })
  })
})
