import { describe, expect, it } from 'vitest'
import { eur, type RequestOptions, type Scalapay } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type Step, startScript } from '../support/scripted-server.js'

const success = { token: 'T1', status: 'APPROVED', checkoutUrl: 'https://checkout.test/T1' }
const answer = json(200, success)
const refund = { refundAmount: eur('10.00'), merchantRefundReference: 'R1' }

type Send = (client: Scalapay, options?: RequestOptions) => Promise<unknown>

/** Makes calls, each from a client of its own, as if from another machine; answers with the keys that were sent. */
async function keysOf(...calls: Send[]): Promise<(string | undefined)[]> {
  const server = await startScript((request, response) => {
    const { token = 'T1' } = JSON.parse(request.body || '{}')
    json(200, { ...success, token })(request, response)
  })
  for (const send of calls) await send(clientFor(server.url))
  const writes = server.seen.filter(({ method }) => method === 'POST')
  return writes.map(({ headers }) => headers['idempotency-key'] as string | undefined)
}

const capture: Send = (client, options) => client.payments.capture({ token: 'T1' }, options)
const refundOnce: Send = (client, options) => client.payments.refund('T1', refund, options)
const create: Send = (client, options) => client.orders.create(sampleOrder(), options)

describe('the key of a call', () => {
  it.each<[string, string, Send]>([
    ['create', 'e386e948-f720-8e0f-8ae6-658f9f8f2556', create],
    ['capture', '8de5dc27-9395-841a-a2cc-e70606ed0b26', capture],
    ['refund', '22e41f01-291a-876f-b9d7-5df0b630ab0a', refundOnce],
    ['delay', '58492326-847a-838e-b095-ca202fccc975', ({ payments }) => payments.delay('T1')],
    ['void', '0287ccc8-78d6-8710-8fad-6d3660f5f631', ({ payments }) => payments.void('T1')],
  ])('is the same from two machines and two versions: %s', async (_title, frozen, send) => {
    expect(await keysOf(send, send)).toEqual([frozen, frozen])
  })

  it.each<[string, Send, Send]>([
    ['body', capture, ({ payments }) => payments.capture({ token: 'T1', amount: eur('5.00') })],
    ['token', capture, ({ payments }) => payments.capture({ token: 'T2' })],
    [
      'reference',
      refundOnce,
      ({ payments }) => payments.refund('T1', { ...refund, merchantRefundReference: 'R2' }),
    ],
    ['order', create, ({ orders }) => orders.create(sampleOrder({ merchantReference: 'order-2' }))],
    ['operation', ({ payments }) => payments.void('T1'), ({ payments }) => payments.delay('T1')],
  ])('differs when the %s does', async (_title, send, other) => {
    const [one, two] = await keysOf(send, other)
    expect(one).not.toBe(two)
  })

  it('of a refund is that of its reference and amount, whatever else is sent along', async () => {
    const [one, two] = await keysOf(refundOnce, ({ payments }) =>
      payments.refund('T1', { ...refund, merchantReference: 'order-1' }),
    )
    expect(one).toBe(two)
  })

  it('of a refund is that of the body which is sent, whatever the caller changes meanwhile', async () => {
    const amount = { amount: '10.00', currency: 'EUR' }
    const changing: Send = ({ payments }) => {
      const refunded = payments.refund('T1', { ...refund, refundAmount: amount })
      amount.amount = '20.00'
      return refunded
    }
    const [one, two] = await keysOf(changing, refundOnce)
    expect(one).toBe(two)
  })

  it('does not depend on how an amount is written', async () => {
    const asWritten = { token: 'T1', amount: { amount: '5', currency: 'EUR' } }
    const [one, two] = await keysOf(
      ({ payments }) => payments.capture(asWritten),
      ({ payments }) => payments.capture({ token: 'T1', amount: eur('5.00') }),
    )
    expect(one).toBe(two)
  })

  it.each<[string, Send]>([
    [
      'a refund without a reference',
      ({ payments }) => payments.refund('T1', { refundAmount: eur('10.00') }),
    ],
    [
      'a refund with an empty reference',
      ({ payments }) => payments.refund('T1', { ...refund, merchantRefundReference: '' }),
    ],
    [
      'an order without a reference',
      ({ orders }) => orders.create(sampleOrder({ merchantReference: '' })),
    ],
    [
      'an update, which may go back',
      ({ orders }) => orders.update('T1', { merchantReference: 'A' }),
    ],
  ])('is random for %s', async (_title, send) => {
    const [one, two] = await keysOf(send, send)
    expect(one).toMatch(/^[0-9a-f-]{36}$/)
    expect(one).not.toBe(two)
  })

  it.each<[string, Send]>([
    ['create', create],
    ['update', ({ orders }, options) => orders.update('T1', { merchantReference: 'A' }, options)],
    ['capture', capture],
    ['refund', refundOnce],
    ['delay', ({ payments }, options) => payments.delay('T1', {}, options)],
    ['void', ({ payments }, options) => payments.void('T1', {}, options)],
  ])("is the caller's own where one is given: %s", async (_title, send) => {
    expect(await keysOf((client) => send(client, { idempotencyKey: 'my-own' }))).toEqual(['my-own'])
  })

  it.each<[string, Send, Step]>([
    ['get', ({ orders }, options) => orders.get('T1', options), answer],
    ['find', ({ orders }, options) => orders.find({ orderToken: 'T1' }, options), json(200, [])],
  ])('is absent from reads, and refused there: %s', async (_title, send, read) => {
    const server = await startScript(read)
    await send(clientFor(server.url))
    const error = await failureOf(send(clientFor(server.url), { idempotencyKey: 'my-own' }))
    expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined])
  })

  it.each(['', 'with space', 'ключ', 'x'.repeat(256), 5])(
    'is refused when it is %j',
    async (key) => {
      const server = await startScript(answer)
      const options = { idempotencyKey: key as string }
      const error = await failureOf(
        clientFor(server.url).payments.capture({ token: 'T1' }, options),
      )
      expect(error.message).toBe(
        'capturePayment: idempotencyKey must be 1 to 255 visible ASCII characters.',
      )
      expect(server.seen).toEqual([])
    },
  )
})
