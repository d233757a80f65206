import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Scalapay, ScalapayConfigError, type ScalapayOptions } from '../../src/index.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'

const COPY = 'Copy the key again.'
const ENDS = 'has white space at its start or end. Remove it (often a trailing newline).'
const BEARER = 'begins with "Bearer". Give the key alone: the client adds the word.'
const BYTES = `contains control or non-ASCII characters. ${COPY}`

const bad: [what: string, key: unknown, problem: string][] = [
  [
    'that is empty',
    '',
    'is empty. Give the key from the developer section of the merchant portal.',
  ],
  ['of white space', '   ', ENDS],
  ['with a space at its start', ` ${MARKER_KEY}`, ENDS],
  ['with a newline at its end', `${MARKER_KEY}\n`, ENDS],
  ['with a carriage return at its end', `${MARKER_KEY}\r\n`, ENDS],
  ['with a space inside', `${MARKER_KEY} ${MARKER_KEY}`, `contains white space. ${COPY}`],
  ['with a header inside', `${MARKER_KEY}\r\nx-evil: 1`, `contains white space. ${COPY}`],
  ['with a no-break space inside', `MARKER\u00a0${MARKER_KEY}`, `contains white space. ${COPY}`],
  ['with a NUL inside', `MARKER\u0000${MARKER_KEY}`, BYTES],
  ['with a DEL inside', `MARKER\u007f${MARKER_KEY}`, BYTES],
  ['with a zero-width space inside', `MARKER\u200b${MARKER_KEY}`, BYTES],
  ['with an umlaut', `${MARKER_KEY}ü`, BYTES],
  ['after "Bearer "', `Bearer ${MARKER_KEY}`, BEARER],
  ['after "bearer "', `bearer ${MARKER_KEY}`, BEARER],
  ['after "Bearer:"', `Bearer:${MARKER_KEY}`, BEARER],
  ['that is null', null, 'is null, not a string. Give the key as text.'],
  ['that is a number', 42, 'is of type number, not a string. Give the key as text.'],
  ['in an object', { MARKER_KEY }, 'is of type object, not a string. Give the key as text.'],
]

describe.each([
  ['apiKey', 'SCALAPAY_API_KEY'],
  ['deviceApiKey', 'SCALAPAY_DEVICE_API_KEY'],
])('%s', (option, variable) => {
  it.each(bad)('%s is refused at construction, without repeating it', (_what, key, problem) => {
    const options = { environment: 'sandbox', apiKey: 'fine', [option]: key }
    const error = configErrorOf(options as unknown as ScalapayOptions)
    expect(error.problems).toEqual([`${option} (${variable}): ${problem}`])
    const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })
    expect(everything).not.toContain(MARKER_KEY)
    expect(JSON.stringify(error)).not.toContain(MARKER_KEY)
  })
})

describe('a key from a function', () => {
  it.each(bad)('%s is refused when it is asked for', async (_what, key, problem) => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(server.url, { apiKey: () => key as string })
    const error = await failureOf(client.orders.get('T1'))
    expect(error).toMatchObject({ name: 'ScalapayConfigError', outcome: 'not-sent' })
    expect(error.message).toBe(`getOrder: apiKey ${problem}`)
    expect(server.connections()).toBe(0)
  })

  it('is told which operation needs it, and asked at each attempt', async () => {
    const server = await startScript(json(503, {}), json(200, { token: 'T1' }))
    const asked: string[] = []
    const apiKey = async ({ operation }: { operation: string }) => {
      asked.push(operation)
      return `key-${asked.length}`
    }
    await clientFor(server.url, { apiKey }).orders.get('T1')
    expect(asked).toEqual(['getOrder', 'getOrder'])
    const sent = server.seen.map(({ headers }) => headers.authorization)
    expect(sent).toEqual(['Bearer key-1', 'Bearer key-2'])
  })
})

it.each(['x', 'sp_0123', "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", 'bearerkey'])(
  'sends the key %s as it is',
  async (apiKey) => {
    const server = await startScript(json(200, { token: 'T1' }))
    await clientFor(server.url, { apiKey }).orders.get('T1')
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${apiKey}`)
  },
)

it('takes the key of one call instead of its own', async () => {
  const server = await startScript(json(200, { token: 'T1' }))
  const client = clientFor(server.url)
  await client.orders.get('T1', { apiKey: 'another-key' })
  await client.orders.get('T1')
  const sent = server.seen.map(({ headers }) => headers.authorization)
  expect(sent).toEqual(['Bearer another-key', `Bearer ${MARKER_KEY}`])
})

it('sends the device key, and no other, where an operation takes it', async () => {
  const server = await startScript(json(200, { token: 'T1' }))
  const client = clientFor(server.url, { deviceApiKey: 'device-key' })
  const params = { path: { token: 'T1' } }
  await client.raw.GET('/v1/instore/orders/{token}', { params })
  await client.raw.GET('/v2/payments/{token}', { params })
  const sent = server.seen.map(({ headers }) => headers.authorization)
  expect(sent).toEqual(['Bearer device-key', `Bearer ${MARKER_KEY}`])
})

it('never sends the device key where the merchant key is missing', async () => {
  const server = await startScript(json(200, { token: 'T1' }))
  const client = clientFor(server.url, { apiKey: undefined, deviceApiKey: 'device-key' })
  const error = await failureOf(client.orders.get('T1'))
  expect(error).toMatchObject({ name: 'ScalapayConfigError', outcome: 'not-sent' })
  expect(error.message).toContain('getOrder takes the merchant key: set apiKey')
  expect(server.connections()).toBe(0)
})

function configErrorOf(options: ScalapayOptions): ScalapayConfigError {
  try {
    new Scalapay(options)
  } catch (error) {
    if (error instanceof ScalapayConfigError) return error
    throw error
  }
  throw new Error('expected the options to be refused')
}
