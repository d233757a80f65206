import { ScalapayError, type ScalapayErrorDetails } from './base.js'

/** Why a delivery was refused: a closed set. */
export type WebhookErrorReason =
  /** The framework handed over an object: the bytes that were signed are gone. A set-up error. */
  | 'body-already-parsed'
  /** There are no bytes: none were sent, or a body parser took them. */
  | 'empty-body'
  | 'body-too-large'
  | 'missing-signature'
  | 'missing-timestamp'
  /** A header came more than once, or not in the form that Scalapay documents. */
  | 'malformed-header'
  | 'bad-signature'
  /** Rightly signed, but too long ago. */
  | 'stale'
  /** Rightly signed, but in the future: one of the two clocks is wrong. */
  | 'from-the-future'
  /** Rightly signed, but not a JSON object with a status and an order token. */
  | 'malformed-body'

/** What a `ScalapayWebhookError` carries besides the common details. */
export interface ScalapayWebhookErrorDetails extends ScalapayErrorDetails {
  reason: WebhookErrorReason
}

/** A delivery that cannot be trusted or read. Decision: reject it, and read `hint`. */
export class ScalapayWebhookError extends ScalapayError {
  override readonly name = 'ScalapayWebhookError' as const
  /** Why it was refused. */
  readonly reason: WebhookErrorReason

  constructor(message: string, details: ScalapayWebhookErrorDetails) {
    super(message, { outcome: 'rejected', ...details })
    this.reason = details.reason
  }

  static {
    ScalapayError.register('ScalapayWebhookError', ScalapayWebhookError)
  }
}
