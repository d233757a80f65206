import { describe, expect, it } from 'vitest'
import { eur } from '../../src/index.js'
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
    const { checkout } = clientFor(server.url, { retry: false })
    expect(await failureOf(checkout.complete(input))).toMatchObject({
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

describe('a read of another order', () => {
  const otherOrder = json(200, { token: 'T2', status: 'authorized' })
  const stored = { 'request-idempotency': 'true' }
  const brokenDown = json(500, { errorCode: 'internal_server', message: 'broken' }, stored)
  const notApproved = json(200, { token: 'T1', status: 'PENDING' }, stored)
  const approved = json(200, { token: 'T1', status: 'APPROVED' })
  const half = { token: 'T1', amount: eur('95.00') }

  it.each([
    ['broke down', brokenDown],
    ['was not approved', notApproved],
  ])('does not prove that a capture which %s did nothing', async (_title, answer) => {
    const server = await startScript(answer, otherOrder, approved)
    const { payments } = clientFor(server.url, { retry: false })
    const error = await failureOf(payments.capture(half))
    expect(error).toMatchObject({ operation: 'capturePayment', outcome: 'unknown' })
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it('does not stop a refund', async () => {
    const server = await startScript(otherOrder, approved)
    const refund = { refundAmount: eur('1.00'), merchantRefundReference: 'R1' }
    expect(await clientFor(server.url).payments.refund('T1', refund)).toMatchObject({ token: 'T1' })
  })
})

describe('an answer whose token is null', () => {
  it('is taken for that of the order that was asked for', async () => {
    const server = await startScript(json(200, { token: null, status: 'APPROVED' }))
    const capture = clientFor(server.url).payments.capture({ token: 'T1' })
    expect(await capture).toMatchObject({ status: 'APPROVED' })
  })
})

describe('a capture that was sent', () => {
  const order = json(200, anAuthorizedOrder())
  const pending = json(200, { token: 'T1', status: 'PENDING' })
  const conflict = json(409, { errorCode: 'conflicting_operation_in_progress', message: 'busy' })
  const tooMany = json(429, { message: 'Too Many Requests' })
  const cutOff: Step = (_request, response) => response.destroy()

  it.each<[string, string, Step[]]>([
    ['its answer says nothing, and the read is too many', 'checkout.complete', [order, pending]],
    [
      'its answer says nothing, and the read is cut off',
      'checkout.complete',
      [order, pending, cutOff],
    ],
    [
      'it met a conflict, and its repetition is too many',
      'capturePayment',
      [order, conflict, order],
    ],
    ['it met a conflict, and that is cut off', 'capturePayment', [order, conflict, order, cutOff]],
  ])('stays of unknown outcome when %s: %s', async (_title, operation, steps) => {
    const server = await startScript(...steps, tooMany)
    const client = clientFor(server.url, { retry: false })
    expect(await failureOf(client.checkout.complete(input))).toMatchObject({
      operation,
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
