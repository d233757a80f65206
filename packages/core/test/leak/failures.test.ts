import { describe, expect, it } from 'vitest'
import type { ScalapayOptions } from '../../src/index.js'
import { createCertificate } from '../support/certificates.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, hang, json, startScript, text } from '../support/scripted-server.js'
import { startTlsServer } from '../support/tls-server.js'
import { transports } from '../support/transports.js'
import { capturingLogger, leaksOf } from './expose.js'

/** An error as HTTP libraries make it: with the whole request hanging on it. */
function axiosLike(message: string, cause?: unknown): Error {
  const headers = { Authorization: `Bearer ${MARKER_KEY}` }
  const request = { _header: `GET / HTTP/1.1\r\nAuthorization: Bearer ${MARKER_KEY}\r\n` }
  return Object.assign(new Error(message, { cause }), {
    config: { headers },
    request,
    response: { config: { headers }, request },
    toJSON: () => ({ message, config: { headers } }),
  })
}

const inMessage = `failed with Bearer ${MARKER_KEY}`
const hostile = Object.assign(Object.create(null), { key: MARKER_KEY })

/** What a `fetch`, or a function that gives keys, may throw. */
const thrown: [what: string, value: unknown][] = [
  ['an error with the key in its message', new Error(inMessage)],
  ['an error with the request on it', axiosLike('failed')],
  ['an error with both', axiosLike(inMessage)],
  [
    'causes down to the fifth',
    [1, 2, 3, 4].reduce((e: Error) => axiosLike(inMessage, e), axiosLike(inMessage)),
  ],
  ['several errors at once', new AggregateError([axiosLike(inMessage)], inMessage)],
  ['an error with the key as its name', Object.assign(new Error('a'), { name: MARKER_KEY })],
  ['an error with the key as its code', Object.assign(new Error('a'), { code: MARKER_KEY })],
  ['an error with the key in its stack', Object.assign(new Error('a'), { stack: inMessage })],
  [
    'an error whose message is an object',
    Object.assign(new Error('a'), { message: { inMessage } }),
  ],
  ['an error whose stack is an object', Object.assign(new Error('a'), { stack: { inMessage } })],
  ['an error whose cause is text', new Error('a', { cause: inMessage })],
  ['an error whose cause is an object', new Error('a', { cause: { config: { MARKER_KEY } } })],
  ['text', inMessage],
  ['an object', { message: inMessage, headers: { authorization: MARKER_KEY } }],
  ['an object that cannot be made into text', hostile],
  ['nothing', undefined],
]

async function expectNoLeak(url: string, options: Partial<ScalapayOptions>): Promise<void> {
  const { logger, lines } = capturingLogger()
  const client = clientFor(url, { ...options, logger })
  const error = await failureOf(client.payments.capture({ token: 'T1' }, { maxAttempts: 1 }))
  expect(leaksOf(error, MARKER_KEY)).toEqual([])
  expect(leaksOf(lines, MARKER_KEY)).toEqual([])
  expect(leaksOf(client, MARKER_KEY)).toEqual([])
}

it.each(thrown)('a fetch that throws %s leaks no key', async (_what, value) => {
  const fetch = () => Promise.reject(value)
  await expectNoLeak('https://shop.example', { fetch })
})

it.each(thrown)('a body that fails with %s leaks no key', async (_what, value) => {
  const fetch = async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(value) })
    return new Response(body, { status: 200 })
  }
  await expectNoLeak('https://shop.example', { fetch })
})

it.each(thrown)('a key function that throws %s leaks no key', async (_what, value) => {
  await expectNoLeak('https://shop.example', { apiKey: () => Promise.reject(value) })
})

it('names the failure of a key function, and not what it said', async () => {
  const failure = Object.assign(new TypeError(inMessage), { code: 'ECONNREFUSED' })
  const apiKey = () => Promise.reject(failure)
  const error = await failureOf(clientFor('https://shop.example', { apiKey }).orders.get('T1'))
  expect(error).toMatchObject({
    name: 'ScalapayConfigError',
    message: 'getOrder: the apiKey function failed to give a key (TypeError, ECONNREFUSED).',
    outcome: 'not-sent',
    hint: expect.stringContaining('log it inside the function'),
  })
  expect(error.cause).toBeUndefined()
})

describe.each(transports)('with $transport', ({ options }) => {
  it('a refused connection leaks no key', async () => {
    await expectNoLeak('http://127.0.0.1:1', options)
  })

  it('an unknown host leaks no key', async () => {
    await expectNoLeak('https://nonexistent.invalid', options)
  })

  it('a dropped connection leaks no key', async () => {
    const server = await startScript(drop)
    await expectNoLeak(server.url, options)
  })

  it('a refused certificate leaks no key', async () => {
    const server = await startTlsServer(await createCertificate({ hosts: ['localhost'] }))
    await expectNoLeak(server.url, options)
  })

  it('a server that does not speak TLS leaks no key', async () => {
    const server = await startScript(json(200, {}))
    await expectNoLeak(server.url.replace('http:', 'https:'), options)
  })

  it('an answer that is not HTTP leaks no key', async () => {
    const server = await startScript((request, response) => {
      response.socket?.end(`${request.headers.authorization}\r\n\r\n`)
    })
    await expectNoLeak(server.url, options)
  })

  it('an answer that cannot be read leaks no key', async () => {
    const server = await startScript(text(200, `Bearer ${MARKER_KEY}`))
    await expectNoLeak(server.url, options)
  })

  it('a timeout leaks no key', async () => {
    const server = await startScript(hang)
    await expectNoLeak(server.url, { ...options, timeoutMs: 1 })
  })

  it("a caller's reason to end the call leaks no key", async () => {
    const server = await startScript(hang)
    const controller = new AbortController()
    const client = clientFor(server.url, options)
    const call = client.orders.get('T1', { signal: controller.signal })
    const failure = failureOf(call)
    await server.received(1)
    controller.abort(axiosLike(inMessage))
    expect(leaksOf(await failure, MARKER_KEY)).toEqual([])
  })
})
