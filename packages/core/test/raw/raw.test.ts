import { describe, expect, it } from 'vitest'
import { type Operation, operations } from '../../src/generated/operations.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { drop, json, type Step, startScript, text } from '../support/scripted-server.js'

const DEVICE_KEY = 'DEVICEKEY0123456789abcd'
const order = { token: 'T1', status: 'charged', totalAmount: { amount: 40.7, currency: 'EUR' } }
const path = { token: 'T1' }

/** `raw` without its types, for a table over all operations and for paths that no description has. */
type Untyped = (method: string, path: string, init?: object) => Promise<unknown>

/** A client with both keys, and the server that it talks to. */
async function startRaw(...steps: Step[]) {
  const server = await startScript(...steps)
  const { raw } = clientFor(server.url, { deviceApiKey: DEVICE_KEY })
  return { server, raw, untyped: raw.request as unknown as Untyped }
}

describe('raw', () => {
  it('answers with data as the wire had it, and the response', async () => {
    const { raw, server } = await startRaw(json(200, order, { 'x-amzn-requestid': 'request-1' }))
    const { data, error, response } = await raw.GET('/v2/payments/{token}', { params: { path } })
    expect(data).toEqual(order)
    expect(error).toBeUndefined()
    expect(response.status).toBe(200)
    expect(response.headers.get('x-amzn-requestid')).toBe('request-1')
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/v2/payments/T1' })
  })

  it.each([
    [422, '{"errorCode":"invalid_token"}', { errorCode: 'invalid_token' }],
    [401, '"Unauthorized"', 'Unauthorized'],
    [401, 'Unauthorized', 'Unauthorized'],
    [502, '<html></html>', '<html></html>'],
  ])('answers %i with the error as a value', async (status, body, expected) => {
    const { raw } = await startRaw(text(status, body))
    const { data, error, response } = await raw.GET('/v2/payments/{token}', { params: { path } })
    expect(data).toBeUndefined()
    expect(error).toEqual(expected)
    expect(response.status).toBe(status)
  })

  it('answers a success without a body', async () => {
    const { untyped } = await startRaw(text(204, ''))
    expect(await untyped('post', '/v9/something')).toMatchObject({ data: undefined })
  })

  it.each([
    ['HTML', text(200, '<html></html>')],
    ['truncated JSON', text(200, '{"token":')],
    ['nothing', text(200, '')],
  ])('throws for a success of %s, which proves nothing', async (_title, step) => {
    const { raw } = await startRaw(step)
    await expect(raw.GET('/v2/payments/{token}', { params: { path } })).rejects.toMatchObject({
      name: 'ScalapayServerError',
      outcome: 'unknown',
      httpStatusCode: 200,
    })
  })

  it('throws when there is no answer', async () => {
    const { raw } = await startRaw(drop)
    await expect(raw.GET('/v2/payments/{token}', { params: { path } })).rejects.toMatchObject({
      name: 'ScalapayConnectionError',
      operation: 'getOrder',
      attempts: 3,
    })
  })

  it('sends the body, with its length and type', async () => {
    const { raw, server } = await startRaw(json(200, { token: 'T1' }))
    await raw.POST('/v2/orders', { body: sampleOrder() })
    const [request] = server.seen
    expect(JSON.parse(request?.body ?? '')).toEqual(sampleOrder())
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(request?.body ?? '')),
    })
  })
})

describe('the key of a raw call', () => {
  const table: [string, Operation][] = Object.entries(operations)

  it.each(table)('is the right one for %s', async (_id, { method, path: template, auth }) => {
    const { untyped, server } = await startRaw(json(200, {}))
    await untyped(method, template, { params: { path }, body: method === 'POST' ? {} : undefined })
    const key = auth === 'device' ? DEVICE_KEY : MARKER_KEY
    expect(server.seen[0]).toMatchObject({ method, headers: { authorization: `Bearer ${key}` } })
  })

  it.each(['get', 'post', 'put', 'delete'])(
    'is the merchant key for a path that is not known, by %s',
    async (method) => {
      const { untyped, server } = await startRaw(json(200, {}))
      await untyped(method, '/v9/something')
      expect(server.seen[0]).toMatchObject({
        method: method.toUpperCase(),
        url: '/v9/something',
        headers: { authorization: `Bearer ${MARKER_KEY}` },
      })
    },
  )

  it('cannot be replaced by a header', async () => {
    const { raw, server } = await startRaw(json(200, order))
    const headers = { Authorization: 'Bearer other' }
    await raw.GET('/v2/payments/{token}', { params: { path }, headers })
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${MARKER_KEY}`)
  })

  it.each([
    ['another host', (_own: string, stranger: string) => stranger],
    [
      'another host behind a user name',
      (own: string, stranger: string) => `${own}@${stranger.slice(7)}`,
    ],
    ['another path that begins alike', (own: string) => `${own}/apis`],
    ['a path above', (own: string) => `${own}/api/..`],
  ])('never goes to %s', async (_title, baseUrlOf) => {
    const [own, stranger] = [
      await startScript(json(200, order)),
      await startScript(json(200, order)),
    ]
    const { raw } = clientFor(`${own.url}/api`)
    const baseUrl = baseUrlOf(own.url, stranger.url)
    await expect(raw.GET('/v2/payments/{token}', { baseUrl, params: { path } })).rejects.toThrow(
      /^raw: baseUrl cannot be changed for one call|includes credentials/,
    )
    expect([...own.seen, ...stranger.seen]).toEqual([])
  })

  it('goes to the path of the base URL', async () => {
    const server = await startScript(json(200, order))
    const { raw } = clientFor(`${server.url}/api/`)
    await raw.GET('/v2/payments/{token}', { params: { path } })
    expect(server.seen[0]?.url).toBe('/api/v2/payments/T1')
  })
})

describe('an Idempotency-Key of a raw call', () => {
  const writes: [string, Operation][] = Object.entries(operations).filter(
    ([, { method }]) => method === 'POST',
  )

  it.each(writes)('of %s is sent, and counts, only where it is taken', async (_id, operation) => {
    const { untyped, server } = await startRaw(text(503, ''))
    const headers = { 'Idempotency-Key': 'my-own' }
    await untyped('post', operation.path, { params: { path }, headers, body: {} })
    const keys = server.seen.map((request) => request.headers['idempotency-key'])
    expect(keys).toEqual(operation.idempotent ? ['my-own', 'my-own', 'my-own'] : [undefined])
  })

  it('is taken by exactly six operations', () => {
    const taking = writes.filter(([, { idempotent }]) => idempotent).map(([id]) => id)
    expect(taking.sort()).toEqual([
      'capturePayment',
      'createOrder',
      'delayPayment',
      'refundPayment',
      'updateOrder',
      'voidPayment',
    ])
  })

  it('is never invented, so that a write without one is sent once', async () => {
    const { raw, server } = await startRaw(text(503, ''))
    await raw.POST('/v2/payments/capture', { body: { token: 'T1' } })
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined])
  })
})

describe('a raw read', () => {
  it('is repeated as any other', async () => {
    const { raw, server } = await startRaw(text(503, ''), drop, json(200, order))
    const { data } = await raw.GET('/v2/payments/{token}', { params: { path } })
    expect(data?.token).toBe('T1')
    expect(server.seen).toHaveLength(3)
  })

  it.each(['/v2/payments/references', '/v1/instore/orders/references'])(
    'of %s is not taken for one of an order',
    async (fixed) => {
      const { untyped } = await startRaw(drop)
      await expect(untyped('get', fixed)).rejects.toMatchObject({
        operation: expect.stringMatching(/^find/),
      })
    },
  )

  it('ends with the signal of the caller', async () => {
    const { raw, server } = await startRaw(json(200, order))
    const signal = AbortSignal.abort()
    await expect(
      raw.GET('/v2/payments/{token}', { params: { path }, signal }),
    ).rejects.toMatchObject({ name: 'ScalapayAbortError', outcome: 'not-sent', attempts: 0 })
    expect(server.seen).toEqual([])
  })
})
