import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { moment } from '../support/moment.js'
import { drop, json, type Step, startScript, text } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const MEBIBYTE = 1024 * 1024

/** Promises more bytes than it sends. */
const cutOff: Step = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"token":"T1",', () => response.socket?.destroy())
}

const notHttp: Step = (_request, response) => {
  response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')
}

/** Sends JSON of this many mebibytes. */
function sized(mebibytes: number): Step {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const filler = ' '.repeat(MEBIBYTE)
    for (let sent = 0; sent < mebibytes; sent += 1) response.write(filler)
    response.end('{"token":"T1"}')
  }
}

/** Sends every byte of a text in a chunk of its own. */
function byteByByte(body: string): Step {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    for (const byte of Buffer.from(body)) response.write(Buffer.of(byte))
    response.end()
  }
}

async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe.each(transports)('over $transport', ({ options }) => {
  it('a refused connection means that nothing was sent', async () => {
    const client = clientFor(`http://127.0.0.1:${await unusedPort()}`, options)
    expect(await failureOf(client.payments.capture({ token: 'T1' }))).toMatchObject({
      name: 'ScalapayConnectionError',
      message: expect.stringContaining('(ECONNREFUSED)'),
      hint: expect.stringContaining('npx @scalapay-kit/emulator'),
      outcome: 'not-sent',
      retryable: true,
      attempts: 3,
    })
  })

  it('an unknown host name means that nothing was sent', async () => {
    const client = clientFor('https://nonexistent.invalid', options)
    expect(await failureOf(client.payments.capture({ token: 'T1' }))).toMatchObject({
      name: 'ScalapayConnectionError',
      message: expect.stringMatching(/nonexistent\.invalid failed \((?:ENOTFOUND|EAI_AGAIN)\)/),
      hint: expect.stringContaining('DNS'),
      outcome: 'not-sent',
      retryable: true,
    })
  })

  it.each([
    ['drops the connection after the request', drop],
    ['answers with something that is not HTTP', notHttp],
  ])('a server that %s may have taken the money', async (_what, step) => {
    const server = await startScript(step)
    const client = clientFor(server.url, options)
    expect(await failureOf(client.payments.capture({ token: 'T1' }))).toMatchObject({
      name: 'ScalapayConnectionError',
      outcome: 'unknown',
      retryable: true,
      attempts: 3,
    })
    const keys = new Set(server.seen.map(({ headers }) => headers['idempotency-key']))
    expect(server.seen).toHaveLength(3)
    expect(keys.size).toBe(1)
  })

  it('an answer that is cut off may stand for money that was taken', async () => {
    const server = await startScript(cutOff)
    const call = clientFor(server.url, options).payments.capture(
      { token: 'T1' },
      { maxAttempts: 1 },
    )
    expect(await failureOf(call)).toMatchObject({
      name: 'ScalapayServerError',
      message: 'capturePayment: Scalapay answered 200, but the answer was cut off.',
      httpStatusCode: 200,
      outcome: 'unknown',
      retryable: true,
    })
  })

  it('an answer above 32 MiB is given up, and not asked for again', async () => {
    const server = await startScript(sized(33))
    expect(await failureOf(clientFor(server.url, options).orders.get('T1'))).toMatchObject({
      name: 'ScalapayServerError',
      message: 'getOrder: the answer was too large to read.',
      httpStatusCode: 200,
      outcome: 'unknown',
      retryable: false,
      attempts: 1,
    })
    expect(server.seen).toHaveLength(1)
  })

  it('an answer just below the limit is read', async () => {
    const server = await startScript(sized(31))
    expect(await clientFor(server.url, options).orders.get('T1')).toEqual({ token: 'T1' })
  })

  it('characters that arrive in pieces are put together', async () => {
    const server = await startScript(byteByByte('{"token":"T€1","note":"perché 🛍"}'))
    const order = await clientFor(server.url, options).orders.get('T€1')
    expect(order).toEqual({ token: 'T€1', note: 'perché 🛍' })
  })

  it('a byte order mark before the answer does no harm', async () => {
    const server = await startScript(text(200, '\ufeff{"token":"T1"}'))
    expect(await clientFor(server.url, options).orders.get('T1')).toEqual({ token: 'T1' })
  })

  it('a header that comes several times is one value', async () => {
    const server = await startScript((request, response) => {
      response.setHeader('x-amzn-requestid', ['a', 'b'])
      json(409, { errorCode: 'other' })(request, response)
    })
    const error = await failureOf(clientFor(server.url, options).orders.get('T1'))
    expect(error.requestId).toBe('a, b')
  })
})

it('an answer that changes the protocol ends the call at once, and the money may have been taken', async () => {
  const released = moment()
  const server = await startScript((_request, response) => {
    response.socket?.once('close', released.announce)
    response.socket?.write(
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
    )
  })
  const clock = manualClock()
  const call = clientFor(server.url, {}, clock).payments.capture(
    { token: 'T1' },
    { maxAttempts: 1 },
  )
  expect(await failureOf(call)).toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'unknown',
    retryable: true,
  })
  expect(clock.pending()).toBe(0)
  await released.comes
})

/** What `fetch` of Node rejects with. */
function fetchFailed(cause: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('no'), cause) })
}

it.each([
  ['ECONNREFUSED', 'not-sent'],
  ['ConnectionRefused', 'not-sent'],
  ['ENOTFOUND', 'not-sent'],
  ['EAI_AGAIN', 'not-sent'],
  ['UND_ERR_CONNECT_TIMEOUT', 'not-sent'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'not-sent'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'not-sent'],
  ['CERT_HAS_EXPIRED', 'not-sent'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'not-sent'],
  ['ECONNRESET', 'unknown'],
  ['EPIPE', 'unknown'],
  ['ETIMEDOUT', 'unknown'],
  ['EHOSTUNREACH', 'unknown'],
  ['UND_ERR_SOCKET', 'unknown'],
  ['UND_ERR_HEADERS_TIMEOUT', 'unknown'],
  ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'unknown'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'unknown'],
])('a fetch that fails with %s leaves the outcome %s', async (code, outcome) => {
  const fetch = () => Promise.reject(fetchFailed({ code }))
  const call = clientFor('https://shop.example', { fetch }).payments.capture({ token: 'T1' })
  expect(await failureOf(call)).toMatchObject({ name: 'ScalapayConnectionError', outcome })
})

it('a fetch whose handshake fails under the request has sent nothing', async () => {
  const message =
    'write EPROTO 80:error:0A000102:SSL routines:ssl_choose_client_version:unsupported protocol'
  const cause = Object.assign(new Error(message), { code: 'EPROTO' })
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }))
  const call = clientFor('https://shop.example', { fetch }).payments.capture({ token: 'T1' })
  expect(await failureOf(call)).toMatchObject({ outcome: 'not-sent', attempts: 1 })
})

it('a fetch that throws before it returns a promise leaves the outcome unknown', async () => {
  const fetch = () => {
    throw new TypeError('no')
  }
  const call = clientFor('https://shop.example', { fetch }).payments.capture({ token: 'T1' })
  expect(await failureOf(call)).toMatchObject({
    name: 'ScalapayConnectionError',
    message: 'capturePayment: the connection to shop.example failed.',
    outcome: 'unknown',
  })
})
