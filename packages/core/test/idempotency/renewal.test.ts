import { describe, expect, it } from 'vitest'
import { eur, responseOf, type Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type Step, startScript, text } from '../support/scripted-server.js'

const stored = { 'request-idempotency': 'true' }
const refusal = json(400, { errorCode: 'not_yet', message: 'not yet' }, stored)
const approved = json(200, { token: 'T1', status: 'APPROVED' })

/** Plays the steps to one call: the keys of its writes, and what became of it. */
async function keysOf(send: (client: Scalapay) => Promise<unknown>, ...steps: Step[]) {
  const server = await startScript(...steps)
  const result = await send(clientFor(server.url)).catch((error: unknown) => error)
  const writes = server.seen.filter(({ method }) => method === 'POST')
  return { result, keys: writes.map(({ headers }) => headers['idempotency-key']) }
}

describe('a stored refusal', () => {
  it.each<[string, (client: Scalapay) => Promise<unknown>]>([
    ['capture', ({ payments }) => payments.capture({ token: 'T1' })],
    ['delay', ({ payments }) => payments.delay('T1')],
    ['void', ({ payments }) => payments.void('T1')],
  ])('does not block a %s, which the order itself allows once', async (_title, send) => {
    const { result, keys } = await keysOf(send, refusal, approved)
    expect(result).toMatchObject({ status: 'APPROVED' })
    expect(new Set(keys).size).toBe(2)
  })

  it('counts among the requests of its call, whatever that comes to', async () => {
    const capture = ({ payments }: Scalapay) => payments.capture({ token: 'T1' })
    const paid = await keysOf(capture, refusal, refusal, approved)
    expect(responseOf(paid.result as object).attempts).toBe(3)
    const failed = await keysOf(capture, refusal, text(500, ''), text(401, '"Unauthorized"'))
    expect(failed.result).toMatchObject({ name: 'ScalapayAuthenticationError', attempts: 3 })
  })

  it('is the answer to its refund reference, so that a forgotten key cannot refund twice', async () => {
    const refund = { refundAmount: eur('10.00'), merchantRefundReference: 'R1' }
    const { result, keys } = await keysOf(({ payments }) => payments.refund('T1', refund), refusal)
    expect(result).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'rejected',
      hint: expect.stringContaining('the reference that the key is derived from'),
    })
    expect(keys).toHaveLength(1)
  })

  it('is left behind with a key of its own when there were too many', async () => {
    const refusals = Array.from({ length: 20 }, () => refusal)
    const send = (client: Scalapay) => client.payments.capture({ token: 'T1' })
    const one = await keysOf(send, ...refusals, approved)
    const two = await keysOf(send, ...refusals, approved)
    expect([one.result, two.result]).toMatchObject([{ status: 'APPROVED' }, { status: 'APPROVED' }])
    expect(one.keys.slice(0, 20)).toEqual(two.keys.slice(0, 20))
    expect(one.keys[20]).not.toBe(two.keys[20])
  })
})

describe('a stored capture that was not approved', () => {
  const declined = json(200, { token: 'T1', status: 'DECLINED' }, stored)
  const order = (status: string) => json(200, { token: 'T1', status })
  const capture = (client: Scalapay) => client.payments.capture({ token: 'T1' })

  it('does not block a capture for ever while the order is still authorised', async () => {
    const { result, keys } = await keysOf(capture, declined, order('authorized'), approved)
    expect(result).toMatchObject({ status: 'APPROVED' })
    expect(new Set(keys).size).toBe(2)
  })

  it.each(['charged', 'expired'])('stands when the order is %s', async (status) => {
    const { result, keys } = await keysOf(capture, declined, order(status))
    expect(result).toMatchObject({ status: 'DECLINED' })
    expect(keys).toHaveLength(1)
  })

  it('stands when it is new', async () => {
    const fresh = json(200, { token: 'T1', status: 'DECLINED' })
    const { result, keys } = await keysOf(capture, fresh)
    expect(result).toMatchObject({ status: 'DECLINED' })
    expect(keys).toHaveLength(1)
  })

  it('is not sent again when the order cannot be read', async () => {
    const gone = json(422, { errorCode: 'invalid_token' })
    const server = await startScript(declined, gone)
    const error = await failureOf(clientFor(server.url).payments.capture({ token: 'T1' }))
    expect(error).toMatchObject({
      name: 'ScalapayOrderNotFoundError',
      operation: 'capturePayment',
      outcome: 'unknown',
      idempotencyKey: server.seen[0]?.headers['idempotency-key'],
      hint: expect.stringContaining('before you decide'),
    })
  })
})
