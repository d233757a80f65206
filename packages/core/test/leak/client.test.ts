import { describe, expect, it } from 'vitest'
import { responseOf, Scalapay, type ScalapayOptions } from '../../src/index.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { json, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'
import { capturingLogger, leaksOf } from './expose.js'

describe.each(transports)('with $transport', ({ options }) => {
  it('neither the client nor its parts show the key, also after a call', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(server.url, { ...options, deviceApiKey: MARKER_KEY })
    await client.orders.get('T1')
    const parts = [client, client.orders, client.payments, client.checkout, client.raw]
    expect(parts.flatMap((part) => leaksOf(part, MARKER_KEY))).toEqual([])
  })

  it('neither a result nor what is known of its answer shows the key', async () => {
    const server = await startScript(json(200, { token: 'T1', status: 'APPROVED' }))
    const result = await clientFor(server.url, options).payments.capture({ token: 'T1' })
    expect(leaksOf(result, MARKER_KEY)).toEqual([])
    expect(leaksOf(responseOf(result), MARKER_KEY)).toEqual([])
  })

  it('neither a raw answer nor its request shows the key', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    const { raw } = clientFor(server.url, options)
    const requests: Request[] = []
    raw.use({
      onRequest: ({ request }) => {
        requests.push(request)
      },
    })
    const answer = await raw.GET('/v2/payments/{token}', { params: { path: { token: 'T1' } } })
    expect(leaksOf(answer, MARKER_KEY)).toEqual([])
    expect(leaksOf([...answer.response.headers], MARKER_KEY)).toEqual([])
    expect(requests.flatMap(({ headers }) => [...headers])).toEqual([])
  })

  it('no line of the log shows the key', async () => {
    const { logger, lines } = capturingLogger()
    const server = await startScript(json(503, {}), json(200, { token: 'T1' }))
    await clientFor(server.url, { ...options, logger }).orders.get('T1')
    expect(lines).toHaveLength(2)
    expect(leaksOf(lines, MARKER_KEY)).toEqual([])
  })

  it('no line of the log shows tokens, bodies or what Scalapay said of them', async () => {
    const { logger, lines } = capturingLogger()
    const said = { errorCode: 'internal_server', message: 'cannot capture PRIVATEDATA' }
    const server = await startScript(json(500, said), json(200, { token: 'PRIVATEDATA' }))
    const client = clientFor(server.url, { ...options, logger })
    await client.payments.capture({ token: 'PRIVATEDATA', merchantReference: 'PRIVATEDATA' })
    expect(lines).toHaveLength(2)
    expect(leaksOf(lines, 'PRIVATEDATA')).toEqual([])
  })
})

it.each([
  ['an environment that is not known', { environment: MARKER_KEY }],
  ['a base URL with a password', { baseUrl: `https://user:${MARKER_KEY}@shop.example` }],
  ['a base URL with a query', { baseUrl: `https://shop.example/?key=${MARKER_KEY}` }],
  ['a base URL that is none', { baseUrl: MARKER_KEY }],
  ['a key with "Bearer"', { apiKey: `Bearer ${MARKER_KEY}` }],
  ['a key with a newline', { apiKey: `${MARKER_KEY}\n` }],
  ['a key in an object', { apiKey: { MARKER_KEY } }],
  ['a device key with a space', { deviceApiKey: `${MARKER_KEY} ` }],
  ['limits that are text', { timeoutMs: MARKER_KEY, deadlineMs: MARKER_KEY, retry: MARKER_KEY }],
  ['other options that are text', { fetch: MARKER_KEY, logger: MARKER_KEY, appInfo: MARKER_KEY }],
])('a set-up with %s is refused without a leak', (_what, options) => {
  expect(leaksOf(refusal(options), MARKER_KEY)).toEqual([])
})

it('fromEnv refuses a bad key without a leak', () => {
  const overrides = { environment: 'sandbox', apiKey: ` ${MARKER_KEY}` } as const
  expect(
    leaksOf(
      failureIn(() => Scalapay.fromEnv(overrides)),
      MARKER_KEY,
    ),
  ).toEqual([])
})

function refusal(options: object): unknown {
  const all = { environment: 'sandbox', apiKey: 'fine', ...options } as ScalapayOptions
  return failureIn(() => new Scalapay(all))
}

function failureIn(construct: () => unknown): unknown {
  try {
    construct()
  } catch (error) {
    return error
  }
  throw new Error('expected the options to be refused')
}
