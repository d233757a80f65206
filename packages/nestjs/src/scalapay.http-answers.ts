import { HttpStatus } from '@nestjs/common'
import type {
  ScalapayError,
  ScalapayRateLimitError,
  ScalapayWebhookError,
} from '@scalapay-kit/core'

/** What the client of the application is told: nothing of the error but its kind. */
export interface SafeAnswer {
  statusCode: HttpStatus
  message: string
  /** Seconds, for the header. */
  retryAfter?: number
}

const UNAVAILABLE = 'The payment service is not available at the moment.'
const FAILED = 'The payment could not be processed.'

const ANSWERS: Readonly<Record<string, SafeAnswer>> = {
  ScalapayRequestError: {
    statusCode: HttpStatus.UNPROCESSABLE_ENTITY,
    message: 'The payment service did not accept the data of this order.',
  },
  ScalapayOrderNotFoundError: {
    statusCode: HttpStatus.NOT_FOUND,
    message: 'This payment does not exist.',
  },
  ScalapayConflictError: {
    statusCode: HttpStatus.CONFLICT,
    message: 'Another operation on this payment is running. Try again in a moment.',
  },
  ScalapayRateLimitError: { statusCode: HttpStatus.SERVICE_UNAVAILABLE, message: UNAVAILABLE },
  ScalapayServerError: { statusCode: HttpStatus.BAD_GATEWAY, message: UNAVAILABLE },
  ScalapayConnectionError: { statusCode: HttpStatus.BAD_GATEWAY, message: UNAVAILABLE },
  ScalapayTimeoutError: {
    statusCode: HttpStatus.GATEWAY_TIMEOUT,
    message: 'The payment service did not answer in time.',
  },
  ScalapayAbortError: {
    statusCode: HttpStatus.SERVICE_UNAVAILABLE,
    message: 'The request was ended before the payment service had answered.',
  },
  // The key or the set-up is wrong: ours to mend, and nobody else's to know.
  ScalapayAuthenticationError: { statusCode: HttpStatus.INTERNAL_SERVER_ERROR, message: FAILED },
  ScalapayConfigError: { statusCode: HttpStatus.INTERNAL_SERVER_ERROR, message: FAILED },
}

const REFUSED_DELIVERIES: Partial<Record<ScalapayWebhookError['reason'], HttpStatus>> = {
  'bad-signature': HttpStatus.UNAUTHORIZED,
  'missing-signature': HttpStatus.UNAUTHORIZED,
  stale: HttpStatus.UNAUTHORIZED,
  'from-the-future': HttpStatus.UNAUTHORIZED,
  'body-too-large': HttpStatus.PAYLOAD_TOO_LARGE,
  'body-already-parsed': HttpStatus.INTERNAL_SERVER_ERROR,
}

/** Chooses the answer by the class of the error; never by its message, which is for those who run the application. */
export function answerFor(error: ScalapayError): SafeAnswer {
  if (isNamed<ScalapayWebhookError>(error, 'ScalapayWebhookError')) {
    const statusCode = REFUSED_DELIVERIES[error.reason] ?? HttpStatus.BAD_REQUEST
    return { statusCode, message: 'The delivery was refused.' }
  }
  const answer = ANSWERS[error.name] ?? {
    statusCode: HttpStatus.INTERNAL_SERVER_ERROR,
    message: FAILED,
  }
  if (
    isNamed<ScalapayRateLimitError>(error, 'ScalapayRateLimitError') &&
    error.retryAfterMs !== undefined
  ) {
    return { ...answer, retryAfter: Math.ceil(error.retryAfterMs / 1000) }
  }
  return answer
}

/** By name, which works across duplicate copies of the core. */
function isNamed<Kind extends ScalapayError>(
  error: ScalapayError,
  name: Kind['name'],
): error is Kind {
  return error.name === name
}
