import type { SignatureHeaders } from './signature.js'

/**
 * `pending` until it is acknowledged or given up; `dropped` was told to be lost and is never sent by itself; `failed` has
 * been given up.
 */
export type WebhookState = 'pending' | 'delivered' | 'failed' | 'dropped'

/** One try to deliver. */
export interface WebhookAttempt {
  /** ISO 8601 in UTC, by the emulator's clock. */
  readonly at: string
  /** Of the answer; null when there was none. Only 200 acknowledges. */
  readonly status: number | null
  /** Why there was no answer; null when there was one. */
  readonly error: string | null
  /** The beginning of the answer's body: what your server had to say. */
  readonly answer: string
  /** The signature of this very attempt; differs between attempts when retries are signed anew. */
  readonly headers: SignatureHeaders
}

/** One event on its way to the merchant's server. */
export interface WebhookDelivery {
  /** Counts from `webhook-1` since the start or the last reset. */
  readonly id: string
  readonly orderToken: string
  /** The `status` in the body, such as `charged`. */
  readonly event: string
  /** Where it is sent, or was sent last. */
  readonly url: string
  /** When it happened: ISO 8601 in UTC, by the emulator's clock. */
  readonly createdAt: string
  /** The signature of the next attempt, unless it is signed anew; of the last one when there is none to come. */
  readonly headers: SignatureHeaders
  /** The very bytes that are signed and sent, as text. */
  readonly body: string
  /** Oldest first. */
  readonly attempts: readonly WebhookAttempt[]
  readonly state: WebhookState
  /** When it is tried (again) by itself: ISO 8601 in UTC; null when it is not, or is being tried now. */
  readonly nextAttemptAt: string | null
}
