import {
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
} from '@scalapay-kit/core'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { scalapayErrorHandler } from '../src/index.js'

let app: FastifyInstance
let lines: string[]

beforeEach(() => {
  lines = []
  app = Fastify({ logger: { stream: { write: (line: string) => lines.push(line) } } })
  app.setErrorHandler(scalapayErrorHandler)
})

afterEach(() => app.close())

async function answerTo(error: unknown) {
  app.get('/', () => Promise.reject(error))
  const { statusCode, headers, body } = await app.inject('/')
  return { statusCode, headers, body: JSON.parse(body) }
}

it("answers a failed call in Fastify's form, without what it says inside", async () => {
  const error = new ScalapayServerError('getOrder: MARKER', { operation: 'getOrder' })
  const { statusCode, body } = await answerTo(error)
  const message = 'The payment service is not available at the moment.'
  expect([statusCode, body]).toEqual([502, { statusCode: 502, error: 'Bad Gateway', message }])
})

it.each([
  [new ScalapayServerError('MARKER'), 50],
  [new ScalapayRequestError('MARKER'), 40],
])('logs the error itself, as loud as its status', async (error, level) => {
  await answerTo(error)
  const entries = lines.map((line) => JSON.parse(line))
  const msg = 'call of Scalapay failed'
  expect(entries).toContainEqual(
    expect.objectContaining({
      level,
      msg,
      module: 'scalapay',
      err: expect.objectContaining({ message: 'MARKER' }),
    }),
  )
})

it('tells how long to wait', async () => {
  const { headers } = await answerTo(new ScalapayRateLimitError('MARKER', { retryAfterMs: 1_500 }))
  expect(headers['retry-after']).toBe('2')
})

it("leaves every other error to Fastify's own handler", async () => {
  const { statusCode, body } = await answerTo(new Error('another'))
  expect([statusCode, body.message]).toEqual([500, 'another'])
})
