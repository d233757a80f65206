import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import * as scalapay from '../../src/index.js'
import { isScalapayError, ScalapayError, type ScalapayErrorDetails } from '../../src/index.js'

type Library = typeof scalapay
type ErrorClass = new (message: string, details: object) => ScalapayError

const details: Required<ScalapayErrorDetails> = {
  operation: 'capturePayment',
  outcome: 'unknown',
  retryable: true,
  httpStatusCode: 503,
  errorCode: 'internal_server',
  errorId: 'error-1',
  requestId: 'request-1',
  attempts: 3,
  idempotencyKey: 'key-1',
  findBy: { merchantOrderReference: 'order-1' },
  hint: 'Read the order.',
  cause: Object.assign(new TypeError('below'), { code: 'ECONNRESET' }),
}

const validationErrors = [{ path: ['items', 0], messages: ['no'], types: ['any.empty'] }]
const classes: [string, ErrorClass, object][] = [
  ['ScalapayConfigError', scalapay.ScalapayConfigError, { problems: ['apiKey: missing.'] }],
  ['ScalapayRequestError', scalapay.ScalapayRequestError, { validationErrors }],
  ['ScalapayAuthenticationError', scalapay.ScalapayAuthenticationError, {}],
  ['ScalapayOrderNotFoundError', scalapay.ScalapayOrderNotFoundError, {}],
  ['ScalapayConflictError', scalapay.ScalapayConflictError, {}],
  ['ScalapayRateLimitError', scalapay.ScalapayRateLimitError, { retryAfterMs: 7_000 }],
  ['ScalapayServerError', scalapay.ScalapayServerError, {}],
  ['ScalapayConnectionError', scalapay.ScalapayConnectionError, {}],
  ['ScalapayTimeoutError', scalapay.ScalapayTimeoutError, {}],
  ['ScalapayAbortError', scalapay.ScalapayAbortError, {}],
]

describe.each(classes)('%s', (name, Class, extra) => {
  it('has its literal name, and the base class above it', () => {
    const error = new Class('no', {})
    expect(error.name).toBe(name)
    expect(error).toBeInstanceOf(ScalapayError)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).toBe(`${name}: no`)
  })

  it('carries every detail that it was given', () => {
    expect(new Class('no', { ...details, ...extra })).toMatchObject({ ...details, ...extra })
  })

  it('claims nothing that it was not told', () => {
    const error = new Class('no', {})
    expect(error).toMatchObject({ outcome: 'not-sent', retryable: false, attempts: 0 })
    expect(Object.hasOwn(error, 'cause')).toBe(false)
  })

  it('survives a journey as JSON', () => {
    const error = new Class('no', { ...details, ...extra })
    const revived = ScalapayError.fromJSON(JSON.parse(JSON.stringify(error)))
    const { cause: _cause, ...kept } = details
    expect(revived).toBeInstanceOf(Class)
    expect(isScalapayError(revived)).toBe(true)
    expect(revived).toMatchObject({ name, message: 'no', ...kept, ...extra })
    expect(revived.cause).toMatchObject({
      name: 'TypeError',
      message: 'below',
      code: 'ECONNRESET',
    })
    expect(revived.toJSON()).toEqual(error.toJSON())
  })
})

describe('the first of all problems', () => {
  it('is the message when no list was given', () => {
    expect(new scalapay.ScalapayConfigError('no').problems).toEqual(['no'])
    expect(new scalapay.ScalapayRequestError('no').validationErrors).toEqual([])
    expect(new scalapay.ScalapayRateLimitError('no').retryAfterMs).toBeUndefined()
  })
})

describe('toJSON', () => {
  it('has no cause where there is none, or where it is no error', () => {
    expect(new scalapay.ScalapayServerError('no').toJSON()).not.toHaveProperty('cause')
    expect(new scalapay.ScalapayServerError('no', { cause: 'x' }).toJSON()).not.toHaveProperty(
      'cause',
    )
  })

  it('names a cause without a code', () => {
    const cause = new RangeError('below')
    expect(new scalapay.ScalapayServerError('no', { cause }).toJSON().cause).toEqual({
      name: 'RangeError',
      message: 'below',
    })
  })
})

describe('fromJSON', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ScalapayServerError'],
    ['an empty object', {}],
    ['another name', { name: 'Error', message: 'no', outcome: 'unknown' }],
    ['the base class', { name: 'ScalapayError', message: 'no', outcome: 'unknown' }],
    ['a name that objects inherit', { name: 'constructor', message: 'no', outcome: 'unknown' }],
    ['a message that is no text', { name: 'ScalapayServerError', message: 5, outcome: 'unknown' }],
    ['no outcome, which would read as not-sent', { name: 'ScalapayServerError', message: 'no' }],
    ['another outcome', { name: 'ScalapayServerError', message: 'no', outcome: 'fine' }],
  ])('refuses %s', (_title, json) => {
    expect(() => ScalapayError.fromJSON(json as never)).toThrow(
      new TypeError('ScalapayError.fromJSON needs an object that ScalapayError.toJSON() made.'),
    )
  })

  it('ignores a cause of null, as some serialisers write it', () => {
    const json = { name: 'ScalapayServerError', message: 'no', outcome: 'unknown', cause: null }
    expect(ScalapayError.fromJSON(json as never).cause).toBeUndefined()
  })
})

describe('isScalapayError', () => {
  const path = (file: string) => new URL(`../../dist/${file}`, import.meta.url)
  const copies: [string, () => Promise<Library>][] = [
    ['the ES module', () => import(path('index.js').href)],
    ['the CommonJS copy', async () => createRequire(import.meta.url)(path('index.cjs').pathname)],
  ]

  it.each(copies)('recognises an error of %s, where instanceof does not', async (_title, load) => {
    const copy = await load()
    const error = new copy.ScalapayTimeoutError('no')
    expect(error).not.toBeInstanceOf(ScalapayError)
    expect(isScalapayError(error)).toBe(true)
    expect(copy.isScalapayError(new scalapay.ScalapayTimeoutError('no'))).toBe(true)
  })

  it.each(copies)('tells errors of %s apart by name', async (_title, load) => {
    const error = new (await load()).ScalapayRateLimitError('no', { retryAfterMs: 7_000 })
    const retryAfterMs = isScalapayError(error, 'ScalapayRateLimitError') && error.retryAfterMs
    expect(retryAfterMs).toBe(7_000)
    expect(isScalapayError(error, 'ScalapayServerError')).toBe(false)
  })

  it.each([
    undefined,
    null,
    'ScalapayError',
    new Error('no'),
    { name: 'ScalapayServerError', message: 'no' },
    new scalapay.ScalapayServerError('no').toJSON(),
  ])('does not take %j for one', (value) => {
    expect(isScalapayError(value)).toBe(false)
    expect(isScalapayError(value, 'ScalapayServerError')).toBe(false)
  })
})
