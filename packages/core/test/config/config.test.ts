import { describe, expect, it, vi } from 'vitest'
import { resolveConfig } from '../../src/config.js'
import { optionsFromEnv } from '../../src/from-env.js'
import { Scalapay, ScalapayConfigError, type ScalapayOptions } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { json, startScript, text } from '../support/scripted-server.js'

const needed: ScalapayOptions = { apiKey: 'MARKERKEY0123456789wxyz', environment: 'sandbox' }

/** Everything that is wrong with options that lack nothing else. */
function problemsOf(options: object): readonly string[] {
  try {
    resolveConfig({ ...needed, ...options })
    return []
  } catch (error) {
    if (error instanceof ScalapayConfigError) return error.problems
    throw error
  }
}

describe('the defaults', () => {
  it('are ten seconds an attempt, thirty a call, and three attempts', () => {
    expect(resolveConfig(needed).config).toEqual({
      environment: 'sandbox',
      baseUrl: 'https://integration.api.scalapay.com',
      timeoutMs: 10_000,
      deadlineMs: 30_000,
      maxAttempts: 3,
    })
  })

  it.each([
    [{ retry: false }, 1],
    [{ retry: {} }, 3],
    [{ retry: { maxAttempts: undefined } }, 3],
    [{ retry: { maxAttempts: 5 } }, 5],
  ] as const)('give with %j %i attempts', (options, attempts) => {
    expect(resolveConfig({ ...needed, ...options }).config.maxAttempts).toBe(attempts)
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(resolveConfig(needed).config)).toBe(true)
  })

  it('hold no key', () => {
    expect(JSON.stringify(resolveConfig(needed).config)).not.toContain('MARKERKEY')
  })
})

describe('options', () => {
  it.each([1, 10_000, 2 ** 31 - 1, undefined])('take %s milliseconds', (ms) => {
    expect(problemsOf({ timeoutMs: ms, deadlineMs: ms })).toEqual([])
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '10', null, 10n])(
    'refuse %s milliseconds',
    (ms) => {
      const rule = 'must be a whole number from 1 to 2147483647.'
      expect(problemsOf({ timeoutMs: ms, deadlineMs: ms })).toEqual([
        `timeoutMs: ${rule}`,
        `deadlineMs: ${rule}`,
      ])
    },
  )

  it.each([0, 11, 2.5, '3'])('refuse %s attempts', (maxAttempts) => {
    expect(problemsOf({ retry: { maxAttempts } })).toEqual([
      'retry.maxAttempts: must be a whole number from 1 to 10.',
    ])
  })

  const KNOWN =
    'apiKey, deviceApiKey, environment, baseUrl, timeoutMs, deadlineMs, retry, fetch, tls, agent, logger, appInfo'

  it.each([
    [{ timeoutMS: 5 }, `timeoutMS: not an option. The options are ${KNOWN}.`],
    [{ toString: 5 }, `toString: not an option. The options are ${KNOWN}.`],
    [{ retry: { attempts: 5 } }, 'retry.attempts: not an option. The options are maxAttempts.'],
  ])('refuse %j, which would be left at its default in silence', (options, problem) => {
    expect(problemsOf(options)).toEqual([problem])
  })

  it('take an unknown name that is undefined, as a form may leave it', () => {
    expect(problemsOf({ timeoutMS: undefined })).toEqual([])
  })

  it.each([true, 3, null])('refuse the retry %s', (retry) => {
    expect(problemsOf({ retry })).toEqual([
      'retry: must be false or an object such as { maxAttempts: 3 }.',
    ])
  })

  it('refuse a fetch that is none, and TLS settings that a fetch would ignore', () => {
    expect(problemsOf({ fetch: 'fetch', tls: {} })).toEqual([
      'tls: has no effect with your own fetch. Set TLS options in that fetch, or remove one of the two.',
      'fetch: not a function.',
    ])
  })

  it.each([null, 'console', {}, { debug: true, warn: true }, { warn: () => undefined }])(
    'refuse %j as a logger, which would fail in the middle of a payment',
    (logger) => {
      expect(problemsOf({ logger })).toEqual([
        'logger: needs the methods debug, info, warn and error, as pino has.',
      ])
    },
  )

  it.each([
    [{ name: 'my-shop' }],
    [{ name: 'My Shop (IT)', version: '1.2.0+build' }],
    [{ name: 'my-shop', version: undefined }],
  ])('take %j as appInfo', (appInfo) => {
    expect(problemsOf({ appInfo })).toEqual([])
  })

  it.each([
    [null],
    ['my-shop'],
    [{}],
    [{ name: '' }],
    [{ name: 5 }],
    [{ name: 'shop\r\nx: y' }],
    [{ name: 'Caffè' }],
    [{ name: 'my-shop', version: '1\n' }],
  ])('refuse %j as appInfo, which no header can carry', (appInfo) => {
    expect(problemsOf({ appInfo })).toEqual([expect.stringMatching(/^appInfo: needs a name/)])
  })

  it.each([undefined, null, 'sandbox'])('must be an object, and not %s', (options) => {
    expect(() => new Scalapay(options as never)).toThrow(
      'new Scalapay() needs an options object: { apiKey, environment }.',
    )
  })

  it('are judged all at once', () => {
    expect(problemsOf({ apiKey: '', environment: 'live', timeoutMs: 0, retry: true })).toEqual([
      expect.stringMatching(/^environment: /),
      expect.stringMatching(/^apiKey \(SCALAPAY_API_KEY\): /),
      expect.stringMatching(/^timeoutMs: /),
      expect.stringMatching(/^retry: /),
    ])
  })
})

describe('a logger', () => {
  it('hears of each attempt, and of no key, token or body', async () => {
    const lines: unknown[] = []
    const take = (level: string) => (fields: object) => lines.push([level, fields])
    const logger = {
      debug: take('debug'),
      info: take('info'),
      warn: take('warn'),
      error: take('error'),
    }
    const server = await startScript(
      text(503, 'T1'),
      json(200, { token: 'T1', status: 'APPROVED' }),
    )
    await clientFor(server.url, { logger }).payments.capture({ token: 'T1' })
    expect(lines).toMatchObject([
      ['warn', { operation: 'capturePayment', attempt: 1, status: 503, retry: true }],
      ['debug', { operation: 'capturePayment', attempt: 2, status: 200 }],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/MARKERKEY|"T1"/)
  })

  it('that fails does not turn money that was taken into an error', async () => {
    const fail = () => {
      throw new Error('disk full')
    }
    const logger = { debug: fail, info: fail, warn: fail, error: fail }
    const server = await startScript(text(503, ''), json(200, { token: 'T1', status: 'APPROVED' }))
    const { status } = await clientFor(server.url, { logger }).payments.capture({ token: 'T1' })
    expect(status).toBe('APPROVED')
  })
})

describe('fromEnv', () => {
  it('reads the four variables, and takes an empty one for absent', () => {
    expect(
      optionsFromEnv({
        SCALAPAY_API_KEY: 'key',
        SCALAPAY_ENVIRONMENT: 'emulator',
        SCALAPAY_DEVICE_API_KEY: 'device',
        SCALAPAY_BASE_URL: 'http://localhost:1',
        OTHER: 'x',
      }),
    ).toEqual({
      apiKey: 'key',
      environment: 'emulator',
      deviceApiKey: 'device',
      baseUrl: 'http://localhost:1',
    })
    expect(optionsFromEnv({ SCALAPAY_API_KEY: '', SCALAPAY_BASE_URL: '' })).toEqual({})
  })

  it('names the variables that are missing', () => {
    const construct = () => new Scalapay(optionsFromEnv({}))
    expect(construct).toThrow(/SCALAPAY_ENVIRONMENT/)
    expect(construct).toThrow(/SCALAPAY_API_KEY/)
  })

  it('lets options win over the environment of the process', () => {
    const client = Scalapay.fromEnv({ ...needed, baseUrl: 'http://127.0.0.1:9/prefix/' })
    expect(client.environment).toBe('sandbox')
    expect(client.baseUrl).toBe('http://127.0.0.1:9/prefix')
  })

  it('keeps a variable where an option is undefined', () => {
    vi.stubEnv('SCALAPAY_API_KEY', 'from-the-environment')
    const client = Scalapay.fromEnv({ environment: 'emulator', apiKey: undefined })
    expect(client.environment).toBe('emulator')
    vi.unstubAllEnvs()
  })
})
