import { describe, expect, it } from 'vitest'
import { eur, type RequestOptions, type Scalapay, version } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type SeenRequest, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const answer = json(200, { token: 'T1', checkoutUrl: 'https://portal.example/T1', status: 'OK' })

interface Row {
  method: string
  call: (client: Scalapay, options?: RequestOptions) => Promise<unknown>
  line: string
  isWrite: boolean
}

function row(line: string, method: string, call: Row['call']): Row {
  return { method, call, line, isWrite: line.startsWith('POST') }
}

const operations: Row[] = [
  row('POST /v2/orders', 'orders.create', (c, o) => c.orders.create(sampleOrder(), o)),
  row('POST /v2/orders/T1', 'orders.update', (c, o) =>
    c.orders.update('T1', { merchantReference: 'R1' }, o),
  ),
  row('GET /v2/payments/T1', 'orders.get', (c, o) => c.orders.get('T1', o)),
  row('GET /v2/payments/references?orderToken=T1', 'orders.find', (c, o) =>
    c.orders.find({ orderToken: 'T1' }, o),
  ),
  row('POST /v2/payments/capture', 'payments.capture', (c, o) =>
    c.payments.capture({ token: 'T1' }, o),
  ),
  row('POST /v2/payments/T1/delay', 'payments.delay', (c, o) => c.payments.delay('T1', {}, o)),
  row('POST /v2/payments/T1/void', 'payments.void', (c, o) => c.payments.void('T1', {}, o)),
  row('POST /v2/payments/T1/refund', 'payments.refund', (c, o) =>
    c.payments.refund('T1', { refundAmount: eur('10.00') }, o),
  ),
]

/** All values of a header, as they were sent. */
function sent({ rawHeaders }: SeenRequest, name: string): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  )
}

describe.each(transports)('with $transport', ({ options }) => {
  it.each(operations)('$method sends exactly the headers it should', async (entry) => {
    const server = await startScript(entry.method === 'orders.find' ? json(200, []) : answer)
    await entry.call(clientFor(server.url, options))
    // A refund reads the order first, so the request in question is the last.
    const request = server.seen.at(-1)
    if (request === undefined) throw new Error('nothing arrived')
    expect(`${request.method} ${request.url}`).toBe(entry.line)
    expect(sent(request, 'authorization')).toEqual([`Bearer ${MARKER_KEY}`])
    expect(sent(request, 'accept')).toEqual(['application/json'])
    expect(sent(request, 'user-agent')).toEqual([`scalapay-kit/${version}`])
    const length = String(Buffer.byteLength(request.body))
    expect(sent(request, 'content-type')).toEqual(entry.isWrite ? ['application/json'] : [])
    expect(sent(request, 'content-length')).toEqual(entry.isWrite ? [length] : [])
    expect(sent(request, 'idempotency-key')).toHaveLength(entry.isWrite ? 1 : 0)
    expect(sent(request, 'expect')).toEqual([])
    expect(sent(request, 'transfer-encoding')).toEqual([])
    expect(request.body === '').toBe(!entry.isWrite)
  })

  it("adds the caller's headers to its own", async () => {
    const server = await startScript(answer)
    const headers = { 'X-Trace': 'a b' }
    await clientFor(server.url, options).payments.capture({ token: 'T1' }, { headers })
    expect(server.seen[0]?.headers).toMatchObject({
      'x-trace': 'a b',
      'user-agent': `scalapay-kit/${version}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
    })
  })

  it('counts the length of a body in bytes', async () => {
    const server = await startScript(answer)
    const update = { merchantReference: 'perché 🛍' }
    await clientFor(server.url, options).orders.update('T1', update)
    const [request] = server.seen
    expect(request?.headers['content-length']).toBe('36')
    expect(JSON.parse(request?.body ?? '')).toEqual(update)
  })

  it.each([
    ['a/b?c', '/v2/payments/a%2Fb%3Fc'],
    ['a#b&c=d', '/v2/payments/a%23b%26c%3Dd'],
    ['é 🛍', '/v2/payments/%C3%A9%20%F0%9F%9B%8D'],
    ['../capture', '/v2/payments/..%2Fcapture'],
    ['%2e%2e', '/v2/payments/%252e%252e'],
    ['a\\b', '/v2/payments/a%5Cb'],
    ['...', '/v2/payments/...'],
  ])('encodes the token %j', async (token, url) => {
    const server = await startScript(json(200, { token }))
    await clientFor(server.url, options).orders.get(token)
    expect(server.seen.map((request) => request.url)).toEqual([url])
  })

  it('encodes what is searched for', async () => {
    const server = await startScript(json(200, []))
    const search = { merchantOrderReference: 'a&b=c d#é' }
    await clientFor(server.url, options).orders.find(search)
    const query = '?merchantOrderReference=a%26b%3Dc%20d%23%C3%A9'
    expect(server.seen[0]?.url).toBe(`/v2/payments/references${query}`)
  })
})

it.each([
  ['..', 'token must not be a step in a path'],
  ['.', 'token must not be a step in a path'],
  ['', 'token must be a string that is not empty'],
  [' \n', 'token must be a string that is not empty'],
  ['\ud83d', 'token must be well-formed text'],
  [undefined, 'token must be a string that is not empty'],
  [42, 'token must be a string that is not empty'],
])('refuses the token %j before anything is sent', async (token, message) => {
  const server = await startScript(answer)
  const error = await failureOf(clientFor(server.url).orders.get(token as string))
  expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent', attempts: 0 })
  expect(error.message).toContain(message)
  expect(server.connections()).toBe(0)
})

it.each(['orderToken', 'merchantOrderReference', 'merchantProcessorReference'])(
  'refuses half of a surrogate pair in %s before anything is sent',
  async (name) => {
    const server = await startScript(answer)
    const error = await failureOf(clientFor(server.url).orders.find({ [name]: 'bad\ud83d' }))
    expect(error).toMatchObject({
      name: 'ScalapayRequestError',
      message: `findOrders: ${name} must be well-formed text.`,
      operation: 'findOrders',
      outcome: 'not-sent',
      attempts: 0,
    })
    expect(server.connections()).toBe(0)
  },
)

it.each([
  ['authorization', 'x', 'headers cannot set authorization, which the client sets itself'],
  ['Authorization', 'Bearer x', 'headers cannot set Authorization'],
  ['Idempotency-Key', 'x', 'headers cannot set Idempotency-Key'],
  ['User-Agent', 'other', 'headers cannot set User-Agent'],
  ['Accept', 'text/html', 'headers cannot set Accept'],
  ['Accept-Encoding', 'gzip', 'headers cannot set Accept-Encoding'],
  ['content-type', 'text/plain', 'headers cannot set content-type'],
  ['Content-Length', '1', 'headers cannot set Content-Length'],
  ['Host', 'other', 'headers cannot set Host'],
  ['connection', 'close', 'headers cannot set connection'],
  ['Transfer-Encoding', 'chunked', 'headers cannot set Transfer-Encoding'],
  ['x-trace', 'a\r\nx-evil: b', 'headers must have names and values that HTTP allows'],
  ['x-trace\r\nx-evil', 'a', 'headers must have names and values that HTTP allows'],
  ['x trace', 'a', 'headers must have names and values that HTTP allows'],
  ['x-trace', 'é', 'headers must have names and values that HTTP allows'],
  ['', 'a', 'headers must have names and values that HTTP allows'],
])('refuses the header %j: %j before anything is sent', async (name, value, message) => {
  const server = await startScript(answer)
  const call = clientFor(server.url).orders.get('T1', { headers: { [name]: value } })
  const error = await failureOf(call)
  expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
  expect(error.message).toContain(message)
  expect(server.connections()).toBe(0)
})

const KNOWN = 'signal, timeoutMs, deadlineMs, maxAttempts, idempotencyKey, headers, apiKey'

it.each([
  [{ timeoutMS: 5 }, `timeoutMS: not an option. The options are ${KNOWN}.`],
  [{ idempotency_key: 'k' }, `idempotency_key: not an option. The options are ${KNOWN}.`],
  [{ signal: null }, 'signal must be an AbortSignal.'],
  [{ signal: {} }, 'signal must be an AbortSignal.'],
  [{ signal: 'now' }, 'signal must be an AbortSignal.'],
])('refuses the options %j before anything is sent', async (wrong, message) => {
  const server = await startScript(answer)
  const error = await failureOf(clientFor(server.url).orders.get('T1', wrong as object))
  expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
  expect(error.message).toBe(`getOrder: ${message}`)
  expect(server.connections()).toBe(0)
})

it.each([
  [{ name: 'my-shop', version: '1.2.0' }, `scalapay-kit/${version} my-shop/1.2.0`],
  [{ name: 'My Shop' }, `scalapay-kit/${version} My Shop`],
])('names the application %j in its User-Agent', async (appInfo, userAgent) => {
  const server = await startScript(answer)
  await clientFor(server.url, { appInfo }).orders.get('T1')
  expect(server.seen[0]?.headers['user-agent']).toBe(userAgent)
})
