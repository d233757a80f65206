import { describe, expect, it } from 'vitest'
import { Scalapay, ScalapayConfigError, type ScalapayOptions } from '../src/index.js'
import { clientFor, MARKER_KEY } from './support/clients.js'
import { failureOf } from './support/failure.js'
import { json, startScript } from './support/scripted-server.js'

const MERCHANT_TEST_KEY = 'qhtfs87hjnc12kkos'
const DEVICE_TEST_KEY = 'testdeviceapikey'
const PRODUCTION = 'https://api.scalapay.com'
const SANDBOX = 'https://integration.api.scalapay.com'

function configured(options: object): Scalapay {
  return new Scalapay({ apiKey: MARKER_KEY, ...options } as ScalapayOptions)
}

function problemsOf(options: object): readonly string[] {
  try {
    new Scalapay(options as ScalapayOptions)
  } catch (error) {
    if (error instanceof ScalapayConfigError) return error.problems
    throw error
  }
  return []
}

describe('the environment', () => {
  it.each([
    ['production', PRODUCTION],
    ['sandbox', SANDBOX],
    ['emulator', 'http://127.0.0.1:8484'],
  ])('%s is %s', (environment, baseUrl) => {
    expect(configured({ environment })).toMatchObject({ environment, baseUrl })
  })

  it.each([
    [undefined, 'missing'],
    ['', 'not one of the known ones'],
    ['prod', 'not one of the known ones'],
    ['Production', 'not one of the known ones'],
    ['staging', 'not one of the known ones'],
    ['toString', 'not one of the known ones'],
    [null, 'not one of the known ones'],
    [['production'], 'not one of the known ones'],
  ])('%j is refused: there is no default', (environment, what) => {
    expect(problemsOf({ apiKey: MARKER_KEY, environment })).toEqual([
      `environment: ${what}. Set 'production', 'sandbox' or 'emulator' (SCALAPAY_ENVIRONMENT).`,
    ])
  })
})

describe('a base URL', () => {
  it.each([
    ['https://proxy.example', 'https://proxy.example'],
    ['https://proxy.example/', 'https://proxy.example'],
    ['https://proxy.example:8443/', 'https://proxy.example:8443'],
    ['https://proxy.example:443', 'https://proxy.example'],
    ['https://proxy.example/scalapay', 'https://proxy.example/scalapay'],
    ['https://proxy.example/scalapay///', 'https://proxy.example/scalapay'],
    ['https://proxy.example/a/../b', 'https://proxy.example/b'],
    ['https://proxy.example/vendor/v', 'https://proxy.example/vendor/v'],
    ['HTTPS://Proxy.Example', 'https://proxy.example'],
    ['http://localhost:8484', 'http://localhost:8484'],
    ['http://127.0.0.1:8484', 'http://127.0.0.1:8484'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://[::1]:8484', 'http://[::1]:8484'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
    [SANDBOX, SANDBOX],
  ])('%s becomes %s', (baseUrl, expected) => {
    expect(configured({ environment: 'sandbox', baseUrl }).baseUrl).toBe(expected)
  })

  it.each([
    ['https://proxy.example/v2', /^baseUrl: remove the version from it/],
    ['https://proxy.example/v3/', /^baseUrl: remove the version from it/],
    ['https://proxy.example/v1/scalapay', /^baseUrl: remove the version from it/],
    ['https://user:pass@proxy.example', /^baseUrl: remove the user name and password from it\.$/],
    ['https://user@proxy.example', /^baseUrl: remove the user name and password from it\.$/],
    ['https://proxy.example/?a=b', /^baseUrl: remove the query string or fragment from it\.$/],
    ['https://proxy.example/#top', /^baseUrl: remove the query string or fragment from it\.$/],
    ['http://proxy.example', /^baseUrl: use https\./],
    ['http://[::2]', /^baseUrl: use https\./],
    ['proxy.example', /^baseUrl: not an absolute URL/],
    ['/v2', /^baseUrl: not an absolute URL/],
    ['', /^baseUrl: not an absolute URL/],
    [42, /^baseUrl: not an absolute URL/],
    [PRODUCTION, /is Scalapay's production host, but environment is 'sandbox'/],
    [
      'https://API.Scalapay.com:443/',
      /is Scalapay's production host, but environment is 'sandbox'/,
    ],
    ['https://api.scalapay.com./', /is Scalapay's production host, but environment is 'sandbox'/],
    ['https://api.scalapay.com:8443', /is Scalapay's production host, but environment is/],
  ])('%s is refused', (baseUrl, problem) => {
    const problems = problemsOf({ apiKey: MARKER_KEY, environment: 'sandbox', baseUrl })
    expect(problems).toEqual([expect.stringMatching(problem)])
  })

  it('of the sandbox is refused for production', () => {
    const problems = problemsOf({
      apiKey: MARKER_KEY,
      environment: 'production',
      baseUrl: SANDBOX,
    })
    expect(problems).toEqual([
      expect.stringMatching(/is Scalapay's sandbox host, but environment is 'production'/),
    ])
  })

  it('with a path stands before every path', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(`${server.url}/scalapay/`)
    await client.orders.get('T1')
    await client.raw.GET('/v2/payments/{token}', { params: { path: { token: 'T1' } } })
    const urls = server.seen.map(({ url }) => url)
    expect(urls).toEqual(['/scalapay/v2/payments/T1', '/scalapay/v2/payments/T1'])
  })
})

describe('a public test key', () => {
  const keys = [MERCHANT_TEST_KEY, DEVICE_TEST_KEY]

  it.each(keys)('%s works in the sandbox', (apiKey) => {
    expect(configured({ apiKey, environment: 'sandbox' }).environment).toBe('sandbox')
  })

  it.each(keys)('%s is refused for production', (key) => {
    const problem = /: is a public test key, which cannot work in production/
    expect(problemsOf({ apiKey: key, environment: 'production' })).toEqual([
      expect.stringMatching(problem),
    ])
    expect(problemsOf({ deviceApiKey: key, environment: 'production' })).toEqual([
      expect.stringMatching(problem),
    ])
  })

  it.each(keys)('%s is refused for the production host under any name', (apiKey) => {
    const problems = problemsOf({ apiKey, environment: 'emulator', baseUrl: PRODUCTION })
    expect(problems.join()).toMatch(/is Scalapay's production host/)
    expect(
      problemsOf({ apiKey, environment: 'production', baseUrl: 'https://proxy.example' }),
    ).toEqual([expect.stringMatching(/is a public test key/)])
  })

  it.each(keys)('%s from a key function is refused when it is about to be sent', async (key) => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(server.url, { apiKey: async () => key, environment: 'production' })
    expect(await failureOf(client.orders.get('T1'))).toMatchObject({
      name: 'ScalapayConfigError',
      outcome: 'not-sent',
      message: expect.stringContaining('getOrder: apiKey is a public test key'),
    })
    expect(server.connections()).toBe(0)
  })

  it.each(keys)('%s given to one call is refused for production', async (apiKey) => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(server.url, { environment: 'production' })
    expect(await failureOf(client.orders.get('T1', { apiKey }))).toMatchObject({
      name: 'ScalapayConfigError',
      message: expect.stringContaining('is a public test key'),
    })
    expect(server.connections()).toBe(0)
  })
})

describe('a key that looks live', () => {
  const live = 'sp_0123456789abcdef'

  it.each(['production', 'sandbox'])('is taken for %s', (environment) => {
    expect(configured({ apiKey: live, environment }).environment).toBe(environment)
  })

  it('is refused for the emulator', () => {
    const problems = problemsOf({ apiKey: live, environment: 'emulator' })
    expect(problems).toEqual([
      "apiKey (SCALAPAY_API_KEY): looks like a live key, and environment is 'emulator'. Use the public test key qhtfs87hjnc12kkos there.",
    ])
  })
})

describe('a bad set-up', () => {
  it('is told with all its problems at once', () => {
    const problems = problemsOf({
      environment: 'prod',
      apiKey: 'a b',
      deviceApiKey: '',
      baseUrl: 'http://proxy.example/v2',
      timeoutMs: 0,
      deadlineMs: 1.5,
      retry: { maxAttempts: 11 },
      fetch: 'fetch',
      tls: { ca: 'x' },
      logger: 'x',
      appInfo: 'x',
    })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'environment',
      'baseUrl',
      'apiKey (SCALAPAY_API_KEY)',
      'deviceApiKey (SCALAPAY_DEVICE_API_KEY)',
      'timeoutMs',
      'deadlineMs',
      'retry.maxAttempts',
      'tls',
      'fetch',
      'tls.ca',
      'logger',
      'appInfo',
    ])
  })

  it('lists the problems in its message', () => {
    const construct = () => new Scalapay({ environment: 'sandbox' })
    expect(construct).toThrow(
      'The Scalapay client cannot start:\n  - apiKey (SCALAPAY_API_KEY): missing. Give the merchant key, or deviceApiKey for in-store use.',
    )
  })

  it.each([undefined, null, 'sandbox'])('of %j instead of options is told', (options) => {
    expect(problemsOf(options as unknown as object)).toEqual([
      'new Scalapay() needs an options object: { apiKey, environment }.',
    ])
  })
})
