import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorOf, shapes } from './answers.js'

interface Decision {
  name: string
  outcome: 'rejected' | 'unknown'
  retryable: boolean
}

const request: Decision = { name: 'ScalapayRequestError', outcome: 'rejected', retryable: false }
const authentication: Decision = { ...request, name: 'ScalapayAuthenticationError' }
const notFound: Decision = { ...request, name: 'ScalapayOrderNotFoundError' }
const conflict: Decision = { name: 'ScalapayConflictError', outcome: 'unknown', retryable: false }
const rateLimit: Decision = { name: 'ScalapayRateLimitError', outcome: 'rejected', retryable: true }
const server: Decision = { name: 'ScalapayServerError', outcome: 'unknown', retryable: true }
const redirect: Decision = { ...server, retryable: false }

const statuses: [number, Decision][] = [
  [301, redirect],
  [302, redirect],
  [307, redirect],
  [308, redirect],
  [400, request],
  [401, authentication],
  [403, authentication],
  [404, notFound],
  [405, request],
  [408, server],
  [409, conflict],
  [413, request],
  [422, request],
  [429, rateLimit],
  [500, server],
  [502, server],
  [503, server],
  [504, server],
]

const refusal = ': the key was refused. It may belong to another environment.'

describe.each(statuses)('an answer with status %i', (status, decision) => {
  it.each(Object.entries(shapes))('is understood in shape %s', (_title, shape) => {
    const code = shape.errorCode === undefined ? '' : ` (${shape.errorCode})`
    const message =
      shape.message ?? `capturePayment was answered with ${status}${code} and no readable message`
    const error = errorOf(status, shape.text, {}, { 'x-amzn-requestid': 'request-1' })
    expect(error).toMatchObject({
      ...decision,
      operation: 'capturePayment',
      message: decision === authentication ? `${message}${refusal}` : message,
      httpStatusCode: status,
      errorCode: shape.errorCode,
      errorId: shape.errorId,
      requestId: 'request-1',
      attempts: 1,
      idempotencyKey: 'key-1',
      hint: expect.stringMatching(/\.$/),
    })
  })
})

describe('the documented answer', () => {
  const text =
    '{"errorCode":"400","errorId":"error-sktwiapnkhy2ynv8","message":"startDate cannot be greater than endDate","httpStatusCode":400}'

  it("keeps Scalapay's own words, code and id", () => {
    const error = errorOf(400, text)
    expect(error.name).toBe('ScalapayRequestError')
    expect(error.message).toBe('startDate cannot be greater than endDate')
    expect(error.errorCode).toBe('400')
    expect(error.errorId).toBe('error-sktwiapnkhy2ynv8')
    expect(error.httpStatusCode).toBe(400)
  })
})

describe('the findings of a validation', () => {
  it('are listed field by field, with array indexes as numbers', () => {
    expect(errorOf(400, shapes['B, an object as message']?.text ?? '')).toMatchObject({
      validationErrors: [
        {
          path: ['items', 0, 'quantity'],
          messages: ['"quantity" is required'],
          types: ['any.required'],
          location: 'body',
        },
        {
          path: ['consumer', 'email'],
          messages: ['"email" is not allowed to be empty'],
          types: ['any.empty'],
          location: 'body',
        },
      ],
    })
  })

  it.each(Object.entries(shapes))('match the ones in shape %s', (_title, { text, paths = [] }) => {
    const error = errorOf(422, text)
    expect(error).toHaveProperty('validationErrors')
    const { validationErrors } = error as unknown as { validationErrors: { path: unknown }[] }
    expect(validationErrors.map(({ path }) => path)).toEqual(paths)
  })
})

describe('errorCode invalid_token', () => {
  const text = '{"errorCode":"invalid_token","errorId":"error-1","message":"Order null not found"}'

  it.each([400, 404, 422])('means an unknown order with status %i', (status) => {
    expect(errorOf(status, text)).toMatchObject({ ...notFound, errorCode: 'invalid_token' })
  })

  it.each([
    [401, authentication],
    [408, server],
    [409, conflict],
    [429, rateLimit],
    [500, server],
    [503, server],
  ])(
    'does not turn status %i, which says something else, into an unknown order',
    (status, decision) => {
      expect(errorOf(status, text)).toMatchObject({ ...decision })
    },
  )
})

describe('a conflict', () => {
  const running = JSON.stringify({ errorCode: 'conflicting_operation_in_progress' })
  const reused = JSON.stringify({ errorCode: 'idempotency_key_reused' })

  it.each([
    ['with the documented code', running, true, true],
    ['with the documented code and no key', running, false, false],
    ['with another code, which waiting does not solve', reused, true, false],
  ])('%s leaves open what runs, and is retryable: %#', (_title, text, repeatable, retryable) => {
    expect(errorOf(409, text, { repeatable })).toMatchObject({ outcome: 'unknown', retryable })
  })
})

describe('a write that takes no key', () => {
  it.each([409, 500, 502, 408])('is not advised to be repeated after status %i', (status) => {
    expect(errorOf(status, '', { repeatable: false }).hint).toMatch(/^Do not repeat it/)
    expect(errorOf(status, '', { repeatable: true }).hint).not.toMatch(/^Do not repeat it/)
  })
})

describe('what is known about the call', () => {
  it.each(statuses)('makes status %i unknown when an earlier attempt may have run', (status) => {
    expect(errorOf(status, '', { mayHaveExecuted: true }).outcome).toBe('unknown')
  })

  it('keeps a stored refusal a refusal: it answers the lost attempt too', () => {
    const replayed = { 'request-idempotency': 'true' }
    expect(errorOf(400, '', { mayHaveExecuted: true }, replayed).outcome).toBe('rejected')
    expect(errorOf(500, '', { mayHaveExecuted: true }, replayed).outcome).toBe('unknown')
  })

  it.each([
    [409, false],
    [500, false],
    [503, false],
    [429, true],
  ])('makes status %i retryable: %s where there is no idempotency key', (status, retryable) => {
    expect(errorOf(status, '', { repeatable: false }).retryable).toBe(retryable)
  })

  it('masks a key that an answer repeats, in message, code and id', () => {
    const secrets = ['MARKERKEY0123456789wxyz']
    const [key = ''] = secrets
    const text = JSON.stringify({ message: `bad ${key}`, errorCode: key, errorId: key })
    expect(errorOf(400, text, { secrets })).toMatchObject({
      message: 'bad ****wxyz',
      errorCode: '****wxyz',
      errorId: '****wxyz',
    })
  })

  it('masks a key that an answer without a message has for a code', () => {
    const key = 'MARKERKEY0123456789wxyz'
    expect(errorOf(400, JSON.stringify({ errorCode: key }), { secrets: [key] }).message).toBe(
      'capturePayment was answered with 400 (****wxyz) and no readable message',
    )
  })
})

it('an error is made of any answer to any request: nothing is thrown', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('(', '\\', '['))
  const long = fc.integer({ min: 1, max: 50_000 }).map((length) => '(a'.repeat(length))
  const words = fc.array(fc.oneof(fc.string({ unit: 'binary' }), long))
  const status = fc.constantFrom(...statuses.map(([code]) => code))
  fc.assert(
    fc.property(status, texts, words, (code, text, personal) => {
      const error = errorOf(code, text, { personal, secrets: personal }, { 'retry-after': text })
      expect(error.httpStatusCode).toBe(code)
    }),
  )
})

describe('decisions', () => {
  const decisionOf = (status: number, message: unknown) => {
    const error = errorOf(status, JSON.stringify({ errorCode: 'some_code', message }))
    const { name, outcome, retryable, errorCode, hint } = error
    return { name, outcome, retryable, errorCode, hint }
  }

  it('do not change when only the message does', () => {
    const status = fc.constantFrom(...statuses.map(([code]) => code))
    const words = fc.constantFrom('invalid_token', 'Unauthorized', 'order not found', 'try again')
    fc.assert(
      fc.property(status, fc.oneof(words, fc.string(), fc.jsonValue()), (code, message) => {
        expect(decisionOf(code, message)).toEqual(decisionOf(code, 'something else'))
      }),
    )
  })
})
