import { describe, expect, it } from 'vitest'
import {
  httpAnswerTo,
  ScalapayAbortError,
  ScalapayAuthenticationError,
  ScalapayConfigError,
  ScalapayConflictError,
  ScalapayConnectionError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
  ScalapayTimeoutError,
  ScalapayWebhookError,
} from '../../src/index.js'
import type { WebhookErrorReason } from '../../src/webhooks.js'

const SECRET = 'MARKERKEY: order T1 of Ada Rossi'

const UNAVAILABLE = 'The payment service is not available at the moment.'
const FAILED = 'The payment could not be processed.'

describe('the answer to a client of the application', () => {
  it.each([
    [ScalapayRequestError, 422, 'The payment service did not accept the data of this order.'],
    [ScalapayOrderNotFoundError, 404, 'This payment does not exist.'],
    [
      ScalapayConflictError,
      409,
      'Another operation on this payment is running. Try again in a moment.',
    ],
    [ScalapayRateLimitError, 503, UNAVAILABLE],
    [ScalapayServerError, 502, UNAVAILABLE],
    [ScalapayConnectionError, 502, UNAVAILABLE],
    [ScalapayTimeoutError, 504, 'The payment service did not answer in time.'],
    [ScalapayAbortError, 503, 'The request was ended before the payment service had answered.'],
    [ScalapayAuthenticationError, 500, FAILED],
    [ScalapayConfigError, 500, FAILED],
  ])('to $0.name is $1 and says nothing internal', (ErrorClass, statusCode, message) => {
    expect(httpAnswerTo(new ErrorClass(SECRET))).toEqual({ statusCode, message })
  })

  it.each([
    ScalapayRequestError,
    ScalapayOrderNotFoundError,
    ScalapayAuthenticationError,
    ScalapayConfigError,
  ])('to $name does not say that nothing was done while that is not known', (ErrorClass) => {
    const error = new ErrorClass(SECRET, { outcome: 'unknown' })
    expect(httpAnswerTo(error)).toEqual({ statusCode: 502, message: UNAVAILABLE })
  })

  it.each<[WebhookErrorReason, number]>([
    ['empty-body', 400],
    ['missing-timestamp', 400],
    ['malformed-header', 400],
    ['malformed-body', 400],
    ['missing-signature', 401],
    ['bad-signature', 401],
    ['stale', 401],
    ['from-the-future', 401],
    ['body-too-large', 413],
    ['body-already-parsed', 500],
  ])('to a delivery refused for %s is %i', (reason, statusCode) => {
    const error = new ScalapayWebhookError(SECRET, { reason })
    expect(httpAnswerTo(error)).toEqual({ statusCode, message: 'The delivery was refused.' })
  })

  it('to a delivery refused for a reason that only a newer copy knows is 400', () => {
    const error = new ScalapayWebhookError(SECRET, { reason: 'newer' as WebhookErrorReason })
    expect(httpAnswerTo(error)).toEqual({ statusCode: 400, message: 'The delivery was refused.' })
  })

  it.each([
    [0, 0],
    [1, 1],
    [1_000, 1],
    [1_001, 2],
  ])('tells of a wait of %i ms as %i whole seconds', (retryAfterMs, retryAfter) => {
    const error = new ScalapayRateLimitError(SECRET, { retryAfterMs })
    expect(httpAnswerTo(error)).toEqual({ statusCode: 503, message: UNAVAILABLE, retryAfter })
  })

  it.each(['constructor', '__proto__', 'toString'])(
    'to an error that calls itself %s is 500',
    (name) => {
      expect(httpAnswerTo({ name } as never)).toEqual({ statusCode: 500, message: FAILED })
    },
  )
})
