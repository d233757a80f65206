import { describe, expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { anAuthorizedOrder, startOrderServer } from '../support/order-server.js'
import { json, startScript } from '../support/scripted-server.js'

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
