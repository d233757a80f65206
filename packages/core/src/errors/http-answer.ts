import type { ScalapayRateLimitError } from './api.js'
import type { ScalapayError } from './base.js'
import { REFUSAL_STATUS, type ScalapayWebhookError } from './webhook.js'

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

const ANSWERS: Readonly<Record<string, HttpAnswer>> = {
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
}

/** The key or the set-up is wrong: ours to mend, and nobody else's to know. */
const FAILED: HttpAnswer = { statusCode: 500, message: 'The payment could not be processed.' }

/** Their answers sound as if nothing was done. */
const SOUNDS_FINAL: ReadonlySet<HttpAnswer | undefined> = new Set([
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
  if (isNamed<ScalapayWebhookError>(error, 'ScalapayWebhookError')) {
    // A newer copy of this package may know more reasons.
    const statusCode = REFUSAL_STATUS[error.reason] ?? 400
    return { statusCode, message: 'The delivery was refused.' }
  }
  const answer = Object.hasOwn(ANSWERS, error.name) ? (ANSWERS[error.name] ?? FAILED) : FAILED
  // A shopper who hears that nothing was done pays again: not while that is not known.
  const isUnsure = error.outcome === 'unknown' && SOUNDS_FINAL.has(answer)
  if (isUnsure) return { statusCode: 502, message: UNAVAILABLE }
  const isRateLimit = isNamed<ScalapayRateLimitError>(error, 'ScalapayRateLimitError')
  if (!isRateLimit || error.retryAfterMs === undefined) return answer
  return { ...answer, retryAfter: Math.ceil(error.retryAfterMs / 1000) }
}

/** By name, which works across duplicate copies of this package. */
function isNamed<Kind extends ScalapayError>(
  error: ScalapayError,
  name: Kind['name'],
): error is Kind {
  return error.name === name
}
