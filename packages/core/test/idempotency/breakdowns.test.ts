import { describe, expect, it } from 'vitest'
import { eur, type Scalapay, ScalapayServerError } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type Step, startScript, text } from '../support/scripted-server.js'

const stored = { 'request-idempotency': 'true' }
const breakdown = text(500, '')
const kept = json(500, { errorCode: 'internal_server', message: 'broken' }, stored)
const approved = json(200, { token: 'T1', status: 'APPROVED' })
const order = (status: string, captureStatus = 'pending') =>
  json(200, { token: 'T1', status, captureStatus })
const authorized = order('authorized')

/** Plays the steps to one call: its requests, the keys of its writes, and what became of it. */
async function playTo(send: (client: Scalapay) => Promise<unknown>, ...steps: Step[]) {
  const server = await startScript(...steps)
  const result = await send(clientFor(server.url)).catch((error: unknown) => error)
  const writes = server.seen.filter(({ method }) => method === 'POST')
  const keys = writes.map(({ headers }) => headers['idempotency-key'])
  return { result, keys, methods: server.seen.map(({ method }) => method) }
}

const capture = ({ payments }: Scalapay) => payments.capture({ token: 'T1' })
const captureHalf = ({ payments }: Scalapay) =>
  payments.capture({ token: 'T1', amount: eur('95.00') })
const delay = ({ payments }: Scalapay) => payments.delay('T1')
const giveUp = ({ payments }: Scalapay) => payments.void('T1')

const unknown = { name: 'ScalapayServerError', outcome: 'unknown' }

describe('a stored breakdown', () => {
  it.each([
    ['capture', capture, authorized],
    ['capture of a delayed order', capture, order('AUTHORIZED', 'delayed')],
    ['partial capture', captureHalf, authorized],
    ['delay', delay, authorized],
    ['void', giveUp, authorized],
    ['void of a delayed order', giveUp, order('authorized', 'delayed')],
  ])('does not block a %s of which the order shows nothing', async (_title, send, read) => {
    const { result, keys, methods } = await playTo(send, kept, read, approved)
    expect(result).toMatchObject({ status: 'APPROVED' })
    expect(methods).toEqual(['POST', 'GET', 'POST'])
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['capture', capture, order('charged', 'captured')],
    ['capture', capture, order('expired')],
    ['delay', delay, order('authorized', 'delayed')],
    ['void', giveUp, order('expired', 'voided')],
    // Captures in parts leave no trace in what can be read of a delayed order.
    ['partial capture', captureHalf, order('authorized', 'delayed')],
  ])('leaves a %s unknown when the order proves nothing', async (_title, send, read) => {
    const { result, methods } = await playTo(send, kept, read)
    expect(result).toMatchObject(unknown)
    expect(methods).toEqual(['POST', 'GET'])
  })

  it('leaves it unknown when no key is to be had for the next request', async () => {
    const server = await startScript(kept, authorized, approved)
    let asked = 0
    const apiKey = () => {
      asked += 1
      return asked < 3 ? 'a-key' : ''
    }
    expect(await failureOf(capture(clientFor(server.url, { apiKey })))).toMatchObject({
      name: 'ScalapayConfigError',
      operation: 'capturePayment',
      outcome: 'unknown',
      attempts: 1,
      hint: expect.stringContaining('Read the order again'),
    })
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it('stays the error when the order cannot be read', async () => {
    const gone = json(422, { errorCode: 'invalid_token' })
    const { result } = await playTo(capture, kept, gone)
    expect(result).toMatchObject({ ...unknown, operation: 'capturePayment', httpStatusCode: 500 })
  })

  it('stays the error of a refund, whose repetition nothing stops', async () => {
    const refund = { refundAmount: eur('10.00'), merchantRefundReference: 'R1' }
    const send = ({ payments }: Scalapay) => payments.refund('T1', refund)
    const { result, keys } = await playTo(send, order('charged', 'captured'), kept)
    expect(result).toMatchObject(unknown)
    expect(keys).toHaveLength(1)
  })

  it('stays the error under a key of the caller', async () => {
    const send = ({ payments }: Scalapay) =>
      payments.capture({ token: 'T1' }, { idempotencyKey: 'my-own' })
    const { result, keys } = await playTo(send, kept)
    expect(result).toMatchObject(unknown)
    expect(keys).toEqual(['my-own'])
  })

  it('is not asked for again, since it would be the same', async () => {
    const { result, keys } = await playTo(capture, kept, order('charged'))
    expect(result).toMatchObject({
      attempts: 1,
      retryable: false,
      hint: expect.stringContaining('stored answer'),
    })
    expect(keys).toHaveLength(1)
  })
})

describe('a breakdown that is not stored', () => {
  it('proves nothing, since its work may still be going on', async () => {
    const server = await startScript(breakdown)
    const error = await failureOf(capture(clientFor(server.url)))
    expect(error).toBeInstanceOf(ScalapayServerError)
    expect(error).toMatchObject({ outcome: 'unknown', attempts: 3, retryable: true })
    expect(new Set(server.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('is renewed once by the call that met it, and by the next call again', async () => {
    const both = [breakdown, kept, authorized]
    const { result, keys } = await playTo(capture, ...both, ...both, ...both)
    expect(result).toMatchObject(unknown)
    expect(keys).toHaveLength(4)
    const next = await playTo(capture, kept, authorized, kept, authorized, approved)
    expect(next.result).toMatchObject({ status: 'APPROVED' })
    expect([keys[0], keys[2]]).toEqual(next.keys.slice(0, 2))
    expect(keys).not.toContain(next.keys[2])
  })
})

describe('what follows a stored breakdown', () => {
  it.each([
    ['refused', json(400, { errorCode: 'already_captured' }), 'ScalapayRequestError'],
    ['throttled', json(429, {}), 'ScalapayRateLimitError'],
    ['unauthorised', text(401, '"Unauthorized"'), 'ScalapayAuthenticationError'],
  ])('is unknown when it is %s, because a read may lag behind', async (_title, step, name) => {
    const { result } = await playTo(capture, kept, authorized, step)
    expect(result).toMatchObject({ name, outcome: 'unknown' })
  })
})
