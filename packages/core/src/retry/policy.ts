import type { ScalapayError } from '../errors/base.js'
import { CONFLICT_CODE } from '../errors/from-response.js'
import { backoffMs } from './backoff.js'

/** What is known when an attempt has failed. */
export interface FailedAttempt {
  /** 1 for the first. */
  number: number
  error: ScalapayError
  /** Whether the request may be sent again although it may have been carried out: a read, or a keyed write. */
  repeatable: boolean
  /** Whether the failure would be the same next time: a refused certificate, a caller's abort. */
  permanent: boolean
  /** Milliseconds that Scalapay asked to wait. */
  retryAfterMs: number | undefined
}

/** What is left for one more attempt. */
export interface RetryRoom {
  maxAttempts: number
  /** Milliseconds left until the call's deadline. */
  remainingMs: number
  /** Takes one retry from the budget shared by all calls; false when it is used up. */
  takeFromBudget: () => boolean
  /** A number from 0 up to 1. */
  random: () => number
}

/** What to do, and why: the reason goes to the log. */
export type Verdict =
  | { retry: false; because: string }
  | { retry: true; afterMs: number; because: string }

/** Decides whether a failed attempt is repeated. Looks at classes, statuses and codes, never at messages. */
export function decide(attempt: FailedAttempt, room: RetryRoom): Verdict {
  const because = reasonToRepeat(attempt)
  if (because === undefined)
    return { retry: false, because: 'repeating it is not safe or not useful' }
  if (attempt.number >= room.maxAttempts) return { retry: false, because: 'attempts used up' }
  const afterMs = Math.max(attempt.retryAfterMs ?? 0, backoffMs(attempt.number, room.random()))
  if (afterMs >= room.remainingMs)
    return { retry: false, because: 'no time left before the deadline' }
  if (!room.takeFromBudget()) return { retry: false, because: 'retry budget used up' }
  return { retry: true, afterMs, because }
}

function reasonToRepeat(attempt: FailedAttempt): string | undefined {
  const { error } = attempt
  if (attempt.permanent) return undefined
  // What never left may be repeated whatever it is, in-store writes included.
  if (error.name === 'ScalapayConnectionError' && error.outcome === 'not-sent')
    return 'nothing was sent'
  if (!attempt.repeatable) return undefined
  switch (error.name) {
    case 'ScalapayConnectionError':
      return 'the connection was lost'
    case 'ScalapayTimeoutError':
      return 'the attempt took too long'
    case 'ScalapayRateLimitError':
      return 'Scalapay asked to wait'
    case 'ScalapayServerError':
      return error.retryable ? 'Scalapay failed' : undefined
    case 'ScalapayConflictError':
      return error.errorCode === CONFLICT_CODE
        ? 'another operation on the order is running'
        : undefined
    default:
      return undefined
  }
}
