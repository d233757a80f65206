/**
 * The answer to the only question that matters after a failure: may money have moved?
 *
 * - `not-sent`: nothing reached Scalapay. Safe to repeat.
 * - `rejected`: Scalapay answered that it did not do it. Fix the cause, then repeat.
 * - `unknown`: it may have been done. Repeat with the same idempotency key, or read the order, before you decide.
 */
export type Outcome = 'not-sent' | 'rejected' | 'unknown'

/** The name of the class of an error: a closed set. */
export type ScalapayErrorName =
  | 'ScalapayRequestError'
  | 'ScalapayOrderNotFoundError'
  | 'ScalapayAuthenticationError'
  | 'ScalapayConflictError'
  | 'ScalapayRateLimitError'
  | 'ScalapayServerError'
  | 'ScalapayConnectionError'
  | 'ScalapayTimeoutError'
  | 'ScalapayAbortError'
  | 'ScalapayConfigError'
  | 'ScalapayWebhookError'

/** What every error of this package may carry. Nothing in it is secret: it can be logged as it is. */
export interface ScalapayErrorDetails {
  /**
   * What failed: an `operationId` such as `capturePayment`, a method that joins several such as `checkout.complete`, or `raw`
   * for a path that has no method.
   */
  operation?: string | undefined
  /** Whether money may have moved. */
  outcome?: Outcome | undefined
  /** Whether the same call, with the same idempotency key, is safe to repeat and may succeed. */
  retryable?: boolean | undefined
  /** HTTP status of the answer, when there was one. */
  httpStatusCode?: number | undefined
  /** Scalapay's `errorCode`: an open set. */
  errorCode?: string | undefined
  /** Scalapay's `errorId`; quote it to their support. */
  errorId?: string | undefined
  /** The `x-amzn-RequestId` of the answer; quote it to their support. */
  requestId?: string | undefined
  /** How many requests were made for this call. */
  attempts?: number | undefined
  /**
   * The `Idempotency-Key` of the last request, where the operation takes one. All requests of a call carry the same, unless an
   * answer was stored under it.
   */
  idempotencyKey?: string | undefined
  /** What to do about it. */
  hint?: string | undefined
  /**
   * With `outcome: 'unknown'` after a create: what to look the order up by, with `orders.find` or `inStore.find`, before
   * another is created.
   */
  findBy?: { merchantOrderReference: string } | undefined
  /** The error below, without anything secret. */
  cause?: unknown
}

const OUTCOMES: readonly unknown[] = ['not-sent', 'rejected', 'unknown'] satisfies Outcome[]
/** By what an error of any copy of this package is recognised. */
export const BRAND = Symbol.for('scalapay-kit.error')

type ErrorClass = new (message: string, details: never) => ScalapayError
const classes = new Map<string, ErrorClass>()

/** The plain form of an error, as `toJSON()` gives it and `ScalapayError.fromJSON()` takes it. */
export interface ScalapayErrorJson extends Omit<ScalapayErrorDetails, 'cause'> {
  /** The class of the error. */
  name: string
  /** What happened; its wording changes. */
  message: string
  /** The error below, by name, message and code. */
  cause?: { name: string; message: string; code?: string }
  /** What only some classes have, such as `validationErrors` and `reason`. */
  [extra: string]: unknown
}

/**
 * The base of every error that this package throws. Branch on the sub-class, or on `name` and `outcome`;
 * never on `message`, whose wording changes.
 */
export abstract class ScalapayError extends Error {
  /** The class, as a literal: the same across copies of this package. */
  abstract override readonly name: ScalapayErrorName
  /**
   * What failed: an `operationId` such as `capturePayment`, a method that joins several such as `checkout.complete`, or `raw`
   * for a path that has no method.
   */
  readonly operation: string | undefined
  /** Whether money may have moved. */
  readonly outcome: Outcome
  /** Whether the same call, with the same idempotency key, is safe to repeat and may succeed. */
  readonly retryable: boolean
  /** HTTP status of the answer, when there was one. */
  readonly httpStatusCode: number | undefined
  /** Scalapay's `errorCode`: an open set. */
  readonly errorCode: string | undefined
  /** Scalapay's `errorId`; quote it to their support. */
  readonly errorId: string | undefined
  /** The `x-amzn-RequestId` of the answer; quote it to their support. */
  readonly requestId: string | undefined
  /** How many requests were made for this call; 0 when none left. */
  readonly attempts: number
  /**
   * The `Idempotency-Key` of the last request, where the operation takes one. All requests of a call carry the same, unless an
   * answer was stored under it.
   */
  readonly idempotencyKey: string | undefined
  /** What to do about it; for people, not for decisions. */
  readonly hint: string | undefined
  /** After a create whose outcome is unknown: what to look the order up by. */
  readonly findBy: { merchantOrderReference: string } | undefined

  constructor(message: string, details: ScalapayErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.operation = details.operation
    this.outcome = details.outcome ?? 'not-sent'
    this.retryable = details.retryable ?? false
    this.httpStatusCode = details.httpStatusCode
    this.errorCode = details.errorCode
    this.errorId = details.errorId
    this.requestId = details.requestId
    this.attempts = details.attempts ?? 0
    this.idempotencyKey = details.idempotencyKey
    this.hint = details.hint
    this.findBy = this.outcome === 'unknown' ? details.findBy : undefined
    Object.defineProperty(this, BRAND, { value: true })
  }

  /** A plain object that survives `JSON.stringify`, a queue or a worker boundary. Holds no secret. */
  toJSON(): ScalapayErrorJson {
    const { cause: _cause, ...fields }: ScalapayErrorDetails = this
    const cause = describeCause(this.cause)
    const json = { ...fields, name: this.name, message: this.message }
    return cause === undefined ? json : { ...json, cause }
  }

  /**
   * Makes an error of the right class again from what `toJSON()` gave.
   *
   * @throws TypeError when the value does not come from `toJSON()`
   */
  static fromJSON(json: ScalapayErrorJson): ScalapayError {
    const ErrorClass = classes.get(json?.name)
    // Without its outcome an error would claim that nothing was sent.
    const isOurs = typeof json?.message === 'string' && OUTCOMES.includes(json.outcome)
    if (ErrorClass === undefined || !isOurs) {
      throw new TypeError(
        'ScalapayError.fromJSON needs an object that ScalapayError.toJSON() made.',
      )
    }
    const { name: _name, message, cause, ...details } = json
    const revived = cause ? Object.assign(new Error(cause.message), cause) : undefined
    return new ErrorClass(message, { ...details, cause: revived } as never)
  }

  /** Lets `fromJSON` find a class by its name; every sub-class calls it once. */
  protected static register(name: ScalapayErrorName, ErrorClass: ErrorClass): void {
    classes.set(name, ErrorClass)
  }
}

function describeCause(cause: unknown): ScalapayErrorJson['cause'] {
  if (!(cause instanceof Error)) return undefined
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}
  return { name: cause.name, message: cause.message, ...code }
}
