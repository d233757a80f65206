import { ScalapayError, type ScalapayErrorDetails } from './base.js'

/** One finding of Scalapay's validation (fact: `message.errors[]` of a 400). */
export interface ValidationIssue {
  /** Where: names and array indexes, `['items', 0, 'quantity']`. */
  path: (string | number)[]
  /** What Scalapay says about it; for logs, not for decisions. */
  messages: string[]
  /** Joi codes such as `any.required` and `any.empty`: an open set. */
  types: string[]
  /** The part of the request; `body` in every answer seen. */
  location?: string
}

/** What a `ScalapayRequestError` carries besides the common details. */
export interface ScalapayRequestErrorDetails extends ScalapayErrorDetails {
  validationErrors?: readonly ValidationIssue[]
}

/** The input was refused, by Scalapay (400, 413, 422, another 4xx) or before it was sent. Decision: fix the input. */
export class ScalapayRequestError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayRequestError' as const
  /** Scalapay's findings, field by field; empty when it named none. */
  readonly validationErrors: readonly ValidationIssue[]

  constructor(message: string, details: ScalapayRequestErrorDetails = {}) {
    super(message, details)
    this.validationErrors = details.validationErrors ?? []
  }

  static {
    ScalapayError.register('ScalapayRequestError', ScalapayRequestError)
  }
}

/** The key was refused (401, 403). Decision: fix the key or the environment. */
export class ScalapayAuthenticationError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayAuthenticationError' as const

  static {
    ScalapayError.register('ScalapayAuthenticationError', ScalapayAuthenticationError)
  }
}

/** No order has this token under this key (422 `invalid_token`, 404). Decision: check the token. */
export class ScalapayOrderNotFoundError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayOrderNotFoundError' as const

  static {
    ScalapayError.register('ScalapayOrderNotFoundError', ScalapayOrderNotFoundError)
  }
}

/** Another operation on the order is running (409). Decision: wait, then repeat with the same key. */
export class ScalapayConflictError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayConflictError' as const

  static {
    ScalapayError.register('ScalapayConflictError', ScalapayConflictError)
  }
}

/** What a `ScalapayRateLimitError` carries besides the common details. */
export interface ScalapayRateLimitErrorDetails extends ScalapayErrorDetails {
  retryAfterMs?: number | undefined
}

/** Too many calls (429). Decision: wait. */
export class ScalapayRateLimitError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayRateLimitError' as const
  /** How long to wait, in milliseconds, when the answer said so. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: ScalapayRateLimitErrorDetails = {}) {
    super(message, details)
    this.retryAfterMs = details.retryAfterMs
  }

  static {
    ScalapayError.register('ScalapayRateLimitError', ScalapayRateLimitError)
  }
}

/** Scalapay failed, or its answer cannot be read (5xx, HTML, truncated). Decision: retry or reconcile. */
export class ScalapayServerError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayServerError' as const

  static {
    ScalapayError.register('ScalapayServerError', ScalapayServerError)
  }
}
