import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { type Step, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'
import { capturingLogger, leaksOf } from './expose.js'

type Echo = (headers: IncomingHttpHeaders) => string

const keyIn = (headers: IncomingHttpHeaders) => headers.authorization?.slice('Bearer '.length) ?? ''

/** Every place of an answer's body in which a server might repeat what it was sent. */
const echoes: [place: string, echo: Echo][] = [
  ['the message', (h) => JSON.stringify({ errorCode: 'x', message: `bad: ${JSON.stringify(h)}` })],
  ['errorCode', (h) => JSON.stringify({ errorCode: h.authorization, message: 'bad' })],
  ['errorId', (h) => JSON.stringify({ errorId: keyIn(h), message: 'bad' })],
  ['an object message', (h) => JSON.stringify({ message: { statusText: keyIn(h) } })],
  [
    'every part of a validation error',
    (h) => {
      const key = keyIn(h)
      const issue = { field: ['headers', key], location: key, messages: [key], types: [key] }
      return JSON.stringify({ message: { errors: [issue] } })
    },
  ],
  ['unknown fields', (h) => JSON.stringify({ message: 'bad', request: { headers: h } })],
  ['a JSON string', (h) => JSON.stringify(`bad ${h.authorization}`)],
  ['an escaped JSON string', (h) => JSON.stringify(`bad ${keyIn(h)}`).replaceAll('/', '\\/')],
  ['text', (h) => `bad ${h.authorization}`],
  ['text that is cut off within the key', (h) => `${'.'.repeat(185)} ${keyIn(h)} ${keyIn(h)}`],
  ['HTML', (h) => `<html><pre>${JSON.stringify(h)}</pre></html>`],
  ['an object that is cut off', (h) => JSON.stringify({ headers: h }).slice(0, -3)],
]

const statuses = [200, 301, 400, 401, 403, 404, 409, 422, 429, 500, 502]

/** Repeats the request's headers in the body, and the key in headers that the client reads. */
function echoing(status: number, echo: Echo): Step {
  return (request, response) => {
    const body = echo(request.headers)
    // A success must be unreadable to be an error.
    const text = status === 200 ? `${body} and more` : body
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-amzn-requestid': keyIn(request.headers),
      'retry-after': keyIn(request.headers),
      location: `https://example.com/?key=${keyIn(request.headers)}`,
    })
    response.end(text)
  }
}

describe.each(transports)('with $transport, a server', ({ options }) => {
  it.each(echoes)('that repeats the key in %s leaks it nowhere', async (_place, echo) => {
    for (const status of statuses) {
      const { logger, lines } = capturingLogger()
      const server = await startScript(echoing(status, echo))
      const call = clientFor(server.url, { ...options, logger }).payments.capture(
        { token: 'T1' },
        { maxAttempts: 1 },
      )
      const error = await failureOf(call)
      expect({ status, leaks: leaksOf(error, MARKER_KEY) }).toEqual({ status, leaks: [] })
      expect(leaksOf(lines, MARKER_KEY)).toEqual([])
      expect(lines).toHaveLength(1)
    }
  })
})

it('hides a key that the server escapes', async () => {
  const apiKey = 'MARKER/KEY/0123456789/wxyz'
  const escaped = (headers: IncomingHttpHeaders) =>
    JSON.stringify({ errorId: keyIn(headers), message: keyIn(headers) }).replaceAll('/', '\\/')
  const server = await startScript(echoing(400, escaped))
  const error = await failureOf(clientFor(server.url, { apiKey }).orders.get('T1'))
  expect(leaksOf(error, apiKey)).toEqual([])
  expect(error.message).toBe('****wxyz')
})

it('leaves the last four characters for the reader to tell keys apart', async () => {
  const server = await startScript(echoing(400, (headers) => `bad ${headers.authorization}`))
  const error = await failureOf(clientFor(server.url).orders.get('T1'))
  expect(error.message).toBe('bad Bearer ****wxyz')
})
