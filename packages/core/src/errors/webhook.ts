import { ScalapayError, type ScalapayErrorDetails } from './base.js'

/** Why a delivery was refused: a closed set. */
export type WebhookErrorReason =
  /** The framework handed over an object: the bytes that were signed are gone. A set-up error. */
  | 'body-already-parsed'
  /** There are no bytes: none were sent, or a body parser took them. */
  | 'empty-body'
  /** More bytes than `maxBodyBytes`. */
  | 'body-too-large'
  /** The header `x-scalapay-hmac-v1` did not come. */
  | 'missing-signature'
  /** The header `x-scalapay-timestamp` did not come. */
  | 'missing-timestamp'
  /** A header came more than once, or not in the form that Scalapay documents. */
  | 'malformed-header'
  /** No key has signed these bytes; `hint` says what is probably wrong. */
  | 'bad-signature'
  /** Rightly signed, but too long ago. */
  | 'stale'
  /** Rightly signed, but in the future: one of the two clocks is wrong. */
  | 'from-the-future'
  /** Rightly signed, but not a JSON object with a status and an order token. */
  | 'malformed-body'

/** The HTTP status that each is refused with. */
export const REFUSAL_STATUS = {
  'empty-body': 400,
  'missing-timestamp': 400,
  'malformed-header': 400,
  'malformed-body': 400,
  'missing-signature': 401,
  'bad-signature': 401,
  stale: 401,
  'from-the-future': 401,
  'body-too-large': 413,
  // Not the sender's fault, and worth sending again once it is mended.
  'body-already-parsed': 500,
} as const satisfies Record<WebhookErrorReason, number>

/** What a `ScalapayWebhookError` carries besides the common details. */
export interface ScalapayWebhookErrorDetails extends ScalapayErrorDetails {
  reason: WebhookErrorReason
}

/** A delivery that cannot be trusted or read: its `outcome` is always `rejected`. Decision: reject it, and read `hint`. */
export class ScalapayWebhookError extends ScalapayError {
  /** @inheritdoc */
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
