import {
  ScalapayAuthenticationError,
  ScalapayConflictError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
} from './api.js'
import type { Outcome, ScalapayError, ScalapayErrorDetails } from './base.js'
import { type ErrorBody, parseErrorBody } from './error-body.js'
import { hintForUnknown, hintWithoutKey, isKeyed } from './hints.js'
import { cleaner, scrubText } from './scrub.js'

/** The parts of an answer that an error is made from. */
export interface ErrorAnswer {
  status: number
  text: string
  header: (name: string) => string | undefined
}

/** What is known about the call besides the answer. */
export interface ErrorContext {
  operation: string
  attempts: number
  /** Whether the same request may be sent again: a read, or a write with an idempotency key. */
  repeatable: boolean
  /** Whether an earlier attempt of this call may have been carried out. */
  mayHaveExecuted: boolean
  idempotencyKey: string | undefined
  /** What a create can be looked up by, should its outcome be unknown. */
  findBy: { merchantOrderReference: string } | undefined
  /** Epoch milliseconds, to turn a `Retry-After` date into a duration. */
  now: number
  /** Keys that must not appear in the message, should a server echo one. */
  secrets: readonly string[]
  /** Names, addresses and the like of the request, which an answer, or the error of a fetch, may repeat. */
  personal?: readonly string[]
}

/**
 * Turns an answer that is not a success into an error: the only place where this happens. The class follows from the
 * HTTP status and the `errorCode` alone, because Scalapay announces that the wording of messages changes.
 */
export function errorFromResponse(answer: ErrorAnswer, context: ErrorContext): ScalapayError {
  const withoutKeys = (text: string) => scrubText(text, context.secrets)
  const body = parseErrorBody(answer.text, cleaner(context), withoutKeys)
  const { status } = answer
  const shared = details(answer, body, context)
  const message = describe(answer, body, context)
  if (status === 401 || status === 403) {
    // The answer itself is one bare word, so the message has to carry the likely cause.
    const explained = `${message}: the key was refused. It may belong to another environment.`
    return new ScalapayAuthenticationError(explained, { ...shared, hint: HINTS.authentication })
  }
  if (status === 409) {
    return conflictError(message, body, context, shared)
  }
  if (status === 429) {
    const retryAfterMs = parseRetryAfter(answer.header('retry-after'), context.now)
    const hint = HINTS.rateLimit
    return new ScalapayRateLimitError(message, { ...shared, retryable: true, retryAfterMs, hint })
  }
  if (status >= 400 && status < 500 && status !== 408) {
    if (status === 404 || body.errorCode === 'invalid_token') {
      return new ScalapayOrderNotFoundError(message, { ...shared, hint: HINTS.notFound })
    }
    const { validationErrors } = body
    const hint = isReplayed(answer) ? HINTS.stored : HINTS.request
    return new ScalapayRequestError(message, { ...shared, validationErrors, hint })
  }
  return serverError(message, answer, context, shared)
}

/** What runs may well be this very intent, sent by a process that died: it is not known to have come to nothing. */
function conflictError(
  message: string,
  { errorCode }: ErrorBody,
  context: ErrorContext,
  shared: ScalapayErrorDetails,
): ScalapayConflictError {
  const isRunning = errorCode === CONFLICT_CODE
  const hint = isRunning ? HINTS.running : HINTS.conflict
  return new ScalapayConflictError(message, {
    ...shared,
    outcome: 'unknown',
    retryable: context.repeatable && isRunning,
    hint: isKeyed(context) ? hint : hintWithoutKey(context),
  })
}

/** A redirect or a server error: it may have been carried out all the same. */
function serverError(
  message: string,
  answer: ErrorAnswer,
  context: ErrorContext,
  shared: ScalapayErrorDetails,
): ScalapayServerError {
  const unsure = { ...shared, outcome: 'unknown' } as const
  if (answer.status >= 300 && answer.status < 400) {
    return new ScalapayServerError(message, { ...unsure, hint: HINTS.redirect })
  }
  return new ScalapayServerError(message, { ...unsure, ...whetherToRepeat(answer, context) })
}

/** An error for a success that cannot be used: not JSON, empty, cut off, about something else, or saying nothing. */
export function errorFromSuccess(
  answer: ErrorAnswer,
  why: string,
  context: ErrorContext,
): ScalapayError {
  return new ScalapayServerError(
    `${context.operation}: Scalapay answered ${answer.status}, but ${why}.`,
    {
      ...details(answer, { validationErrors: [] }, context),
      outcome: 'unknown',
      ...whetherToRepeat(answer, context),
    },
  )
}

/** What is stored under the key is the answer to every repetition. */
function whetherToRepeat(answer: ErrorAnswer, context: ErrorContext): ScalapayErrorDetails {
  const isStored = isReplayed(answer)
  return {
    retryable: context.repeatable && !isStored,
    hint: isStored && isKeyed(context) ? HINTS.storedBreakdown : hintForUnknown(context),
  }
}

/**
 * Reads a `Retry-After` header, in seconds or as an HTTP date.
 *
 * @returns milliseconds from now, not negative; `undefined` when absent or unreadable
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // A bare number is never a date, though Date.parse would take some for one.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function details(
  answer: ErrorAnswer,
  body: ErrorBody,
  context: ErrorContext,
): ScalapayErrorDetails {
  // A replayed refusal is the answer to every attempt under this key, the ones without an answer included.
  const outcome: Outcome = context.mayHaveExecuted && !isReplayed(answer) ? 'unknown' : 'rejected'
  return {
    operation: context.operation,
    outcome,
    httpStatusCode: answer.status,
    errorCode: body.errorCode,
    errorId: body.errorId,
    requestId: scrubbed(answer.header('x-amzn-requestid'), context),
    attempts: context.attempts,
    idempotencyKey: context.idempotencyKey,
    findBy: context.findBy,
  }
}

/** Whether Scalapay says that the answer was stored before (`Request-Idempotency`; source: Scalapay's specification). */
export function isReplayed(answer: Pick<ErrorAnswer, 'header'>): boolean {
  return answer.header('request-idempotency')?.toLowerCase() === 'true'
}

function scrubbed(text: string | undefined, context: ErrorContext): string | undefined {
  return text === undefined ? undefined : scrubText(text, context.secrets)
}

function describe(answer: ErrorAnswer, body: ErrorBody, context: ErrorContext): string {
  if (body.message !== undefined) return body.message
  const code = body.errorCode === undefined ? '' : ` (${body.errorCode})`
  return `${context.operation} was answered with ${answer.status}${code} and no readable message`
}

/** Scalapay's code for an operation that is running on the same order (source: Scalapay's specification). */
export const CONFLICT_CODE = 'conflicting_operation_in_progress'

const HINTS = {
  authentication:
    'Check the key: it must belong to this environment (sandbox and production keys differ) and be of the right kind (merchant key online, device key in store).',
  notFound: 'Check the token: it must come from an order made with this key in this environment.',
  running: 'Another operation is running. Wait, then repeat with the same idempotency key.',
  conflict: 'Scalapay reports a conflict. Find out what became of the order before you decide.',
  rateLimit: 'Wait before the next call; retryAfterMs says how long, when Scalapay said so.',
  request: 'Fix the input; validationErrors names the fields, when Scalapay did.',
  stored:
    'This is the stored answer to an earlier request under the same key, which did nothing. Change the input, or the reference that the key is derived from, to be heard again.',
  storedBreakdown:
    'This is the stored answer to an earlier request under the same key, and does not say what became of it. Find out whether it was done, by reading the order or, for a refund, the report, before you send it under another key.',
  redirect:
    'Check baseUrl: the API does not redirect, and a redirect is never followed, because the key would travel with it.',
} as const
