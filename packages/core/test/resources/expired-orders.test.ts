import { describe, expect, it } from 'vitest'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { hang, json, type Step, startScript, text } from '../support/scripted-server.js'

const checkoutUrl = 'https://checkout.test/T1'
const noon = { date: 'Mon, 23 Nov 2026 12:00:00 GMT' }
const created = (token: string, expires?: string, headers: Record<string, string> = noon) =>
  json(200, { token, checkoutUrl, expires }, headers)
const expired = created('OLD', '2026-11-23T12:00:00.000Z')
const fresh = created('NEW', '2026-11-23T12:40:00.000Z')
const read = (status: string) =>
  json(200, { token: 'OLD', status, totalAmount: { amount: 190, currency: 'EUR' } })

/** Plays the steps to one call of `create`: the token that it gave, and what was sent. */
async function create(...steps: Step[]) {
  const server = await startScript(...steps)
  const { token } = await clientFor(server.url).orders.create(sampleOrder())
  const keys = server.seen
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key'])
  return { token, keys, requests: server.seen.map(({ method, url }) => `${method} ${url}`) }
}

describe('an order that was created before and has expired since', () => {
  it('is replaced by a new one, under another key', async () => {
    const { token, keys, requests } = await create(expired, read('expired'), fresh)
    expect(token).toBe('NEW')
    expect(requests).toEqual(['POST /v2/orders', 'GET /v2/payments/OLD', 'POST /v2/orders'])
    expect(new Set(keys).size).toBe(2)
  })

  it('is replaced under the same new key on every machine', async () => {
    const one = await create(expired, read('EXPIRED'), fresh)
    const two = await create(expired, read('expired'), fresh)
    expect(one.keys).toEqual(two.keys)
  })

  it('may have been replaced before', async () => {
    const steps = [expired, read('expired'), expired, read('expired'), fresh]
    const { token, keys } = await create(...steps)
    expect(token).toBe('NEW')
    expect(new Set(keys).size).toBe(3)
  })

  it('is kept when the order itself is alive, and some clock is wrong', async () => {
    const { token, keys } = await create(expired, read('authorized'))
    expect(token).toBe('OLD')
    expect(keys).toHaveLength(1)
  })

  const tooMany = json(429, { message: 'Too Many Requests' })
  const forbidden = json(403, { message: 'Forbidden' })
  const cutOff: Step = (_request, response) => response.destroy()

  it.each<[string, string, Step]>([
    ['ScalapayServerError', 'breaks down', text(500, '')],
    ['ScalapayRateLimitError', 'is one too many', tooMany],
    ['ScalapayAuthenticationError', 'is forbidden', forbidden],
    ['ScalapayConnectionError', 'is cut off', cutOff],
  ])(
    'is not given to the shopper, and may be alive: %s when its read %s',
    async (name, _title, step) => {
      const server = await startScript(expired, step)
      const error = await failureOf(
        clientFor(server.url, { retry: false }).orders.create(sampleOrder()),
      )
      expect(error).toMatchObject({
        name,
        operation: 'createOrder',
        outcome: 'unknown',
        findBy: { merchantOrderReference: 'order-1' },
        idempotencyKey: server.seen[0]?.headers['idempotency-key'],
        attempts: 1,
        hint: expect.stringContaining('Send the same again'),
      })
    },
  )

  it('is kept when a read does not know it yet, as one that was just made', async () => {
    const { token, keys } = await create(expired, json(422, { errorCode: 'invalid_token' }))
    expect(token).toBe('OLD')
    expect(keys).toHaveLength(1)
  })

  it.each(['expired', 'voided', 'DECLINED'])(
    'is replaced before its time is over when it reads as %s',
    async (status) => {
      const halfTime = created('OLD', '2026-11-23T12:20:00.000Z')
      const { token, keys } = await create(halfTime, read(status), fresh)
      expect(token).toBe('NEW')
      expect(new Set(keys).size).toBe(2)
    },
  )

  it('is judged by the life that the order asked for', async () => {
    const server = await startScript(created('NEW', '2026-11-23T12:10:00.000Z'))
    const tenMinutes = sampleOrder({ orderExpiryMilliseconds: 600_000 })
    await clientFor(server.url).orders.create(tenMinutes)
    expect(server.seen).toHaveLength(1)
  })

  it('is asked about under the deadline of the call', async () => {
    const server = await startScript(expired, hang)
    const clock = manualClock()
    const creating = failureOf(
      clientFor(server.url, {}, clock).orders.create(sampleOrder(), { deadlineMs: 5_000 }),
    )
    await server.received(1)
    clock.advance(4_000)
    await server.received(2)
    clock.advance(1_000)
    expect(await creating).toMatchObject({
      name: 'ScalapayTimeoutError',
      operation: 'createOrder',
      outcome: 'unknown',
    })
  })

  it("is told by Scalapay's clock and not by the one of this machine", async () => {
    const server = await startScript(fresh)
    const farFuture = manualClock(Date.UTC(2100, 0, 1))
    await clientFor(server.url, {}, farFuture).orders.create(sampleOrder())
    expect(server.seen).toHaveLength(1)
  })

  it.each([
    ['an expiry', created('OLD')],
    ['a readable expiry', created('OLD', 'soon')],
    ['a readable date', created('OLD', '2020-01-01T00:00:00.000Z', { date: 'now' })],
  ])('cannot be told without %s, and is kept', async (_title, step) => {
    expect(await create(step)).toMatchObject({ token: 'OLD', requests: ['POST /v2/orders'] })
  })

  it.each([
    ["the caller's own key", sampleOrder(), { idempotencyKey: 'my-own' }],
    ['a random key', sampleOrder({ merchantReference: '' }), {}],
  ])('is what the caller gets under %s', async (_title, order, options) => {
    const server = await startScript(expired)
    const { token } = await clientFor(server.url).orders.create(order, options)
    expect(token).toBe('OLD')
    expect(server.seen).toHaveLength(1)
  })
})
