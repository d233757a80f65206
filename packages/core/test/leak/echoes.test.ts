import { expect, it } from 'vitest'
import { sampleOrder } from '../../src/testing.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'
import { leaksOf } from './expose.js'

const PHONE = '393001234567'

it.each([
  ['text without its plus', { message: `phone ${PHONE} is bad` }],
  ['a code', { errorCode: Number(PHONE) }],
  ['an id', { errorId: Number(PHONE) }],
  ['a part of a path', { message: { errors: [{ field: ['consumer', Number(PHONE)] }] } }],
  ['the name of a field', { message: { errors: [{ field: `phone ${PHONE}` }] } }],
])('a phone number that a server repeats as %s is in no error', async (_what, body) => {
  const server = await startScript(json(400, { errorCode: 'bad', ...body }))
  const error = await failureOf(clientFor(server.url).orders.create(sampleOrder()))
  expect(error).toMatchObject({ name: 'ScalapayRequestError', httpStatusCode: 400 })
  expect(JSON.stringify(error)).toContain('[removed]')
  expect(leaksOf(error, PHONE)).toEqual([])
})

it.each([13_000, 14_300, 100_000, 1_000_000])(
  'a refusal of a street of %i characters is one, is not repeated and does not show it',
  async (length) => {
    const line1 = 'Secret Street 7 '.repeat(length / 16)
    const server = await startScript((request, response) => {
      const message = `"line1" with value "${JSON.parse(request.body).shipping.line1}" is too long`
      json(400, { errorCode: 'api_validationerror', message })(request, response)
    })
    const order = sampleOrder()
    const shipping = { ...order.shipping, line1 }
    const error = await failureOf(clientFor(server.url).orders.create({ ...order, shipping }))
    expect(error).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'rejected',
      errorCode: 'api_validationerror',
      attempts: 1,
    })
    expect(server.seen).toHaveLength(1)
    expect(leaksOf(error, 'Secret Street')).toEqual([])
  },
)

it('a fetch whose error quotes the request leaks nothing of it that is secret or personal', async () => {
  const quote = (url: unknown, { body, headers }: RequestInit = {}) =>
    new Error(`no match for ${url} ${body} ${JSON.stringify(headers)}`)
  const fetch: typeof globalThis.fetch = async (url, init) => {
    throw Object.assign(new TypeError('failed', { cause: quote(url, init) }), { code: init?.body })
  }
  const order = sampleOrder()
  const consumer = { ...order.consumer, givenNames: 'Ada "Countess" Augusta' }
  const client = clientFor('https://shop.example', { fetch })
  const error = await failureOf(client.orders.create({ ...order, consumer }, { maxAttempts: 1 }))
  expect(error).toMatchObject({ name: 'ScalapayConnectionError', outcome: 'unknown' })
  expect(error.cause).toMatchObject({ cause: { message: expect.stringContaining('no match for') } })
  for (const value of [MARKER_KEY, 'Countess', 'ada@example.com', PHONE, 'Via Roma 1']) {
    expect(leaksOf(error, value)).toEqual([])
  }
})
