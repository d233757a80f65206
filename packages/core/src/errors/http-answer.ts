import type { ScalapayError, ScalapayErrorName } from './base.js'
import { isScalapayError } from './guards.js'
import { REFUSAL_STATUS } from './webhook.js'

/** What an application answers to its own clients when a call of Scalapay has failed. */
export interface HttpAnswer {
  /** HTTP status. */
  statusCode: number
  /** One sentence for whoever waits at the other end: nothing internal can be learned from it. */
  message: string
  /** Whole seconds for a `Retry-After` header, when Scalapay has named a wait. */
  retryAfter?: number
}

const UNAVAILABLE = 'The payment service is not available at the moment.'

/** The key or the set-up is wrong: ours to mend, and nobody else's to know. */
const FAILED: HttpAnswer = { statusCode: 500, message: 'The payment could not be processed.' }

const ANSWERS: Readonly<Record<Exclude<ScalapayErrorName, 'ScalapayWebhookError'>, HttpAnswer>> = {
  ScalapayRequestError: {
    statusCode: 422,
    message: 'The payment service did not accept the data of this order.',
  },
  ScalapayOrderNotFoundError: { statusCode: 404, message: 'This payment does not exist.' },
  ScalapayConflictError: {
    statusCode: 409,
    message: 'Another operation on this payment is running. Try again in a moment.',
  },
  ScalapayRateLimitError: { statusCode: 503, message: UNAVAILABLE },
  ScalapayServerError: { statusCode: 502, message: UNAVAILABLE },
  ScalapayConnectionError: { statusCode: 502, message: UNAVAILABLE },
  ScalapayTimeoutError: {
    statusCode: 504,
    message: 'The payment service did not answer in time.',
  },
  ScalapayAbortError: {
    statusCode: 503,
    message: 'The request was ended before the payment service had answered.',
  },
  ScalapayAuthenticationError: FAILED,
  ScalapayConfigError: FAILED,
}

/** A newer copy of this package may know more names. */
const answerByName: ReadonlyMap<string, HttpAnswer> = new Map(Object.entries(ANSWERS))

/** Their answers sound as if nothing was done. */
const SOUNDS_FINAL: ReadonlySet<HttpAnswer> = new Set([
  ANSWERS.ScalapayRequestError,
  ANSWERS.ScalapayOrderNotFoundError,
  FAILED,
])

/**
 * What to answer to your own client, such as a shopper's browser, when a call has failed: chosen by the class of the error
 * and never by its message, which is for those who run the application.
 *
 * @example const { statusCode, message } = httpAnswerTo(error)
 */
export function httpAnswerTo(error: ScalapayError): HttpAnswer {
  if (isScalapayError(error, 'ScalapayWebhookError')) {
    // A newer copy of this package may know more reasons.
    const statusCode = REFUSAL_STATUS[error.reason] ?? 400
    return { statusCode, message: 'The delivery was refused.' }
  }
  const answer = answerByName.get(error.name) ?? FAILED
  // A shopper who hears that nothing was done pays again: not while that is not known.
  const isUnsure = error.outcome === 'unknown' && SOUNDS_FINAL.has(answer)
  if (isUnsure) return { statusCode: 502, message: UNAVAILABLE }
  const isRateLimit = isScalapayError(error, 'ScalapayRateLimitError')
  if (!isRateLimit || error.retryAfterMs === undefined) return answer
  return { ...answer, retryAfter: Math.ceil(error.retryAfterMs / 1000) }
}
