import { timestamp } from '../state/calendar.js'
import type { Clock } from '../state/clock.js'
import type { WebhookAttempt, WebhookDelivery, WebhookState } from './delivery.js'
import type { WebhookSettings } from './settings.js'
import { type SignatureHeaders, signatureOf } from './signature.js'

/** A delivery as the engine keeps it. Times are epoch milliseconds. */
export interface DeliveryRecord {
  readonly id: string
  readonly orderToken: string
  readonly event: string
  /** Of the merchant, or of the device if that is to sign. */
  readonly key: string
  readonly merchantIndex: number
  readonly createdAt: number
  readonly body: Buffer
  url: string
  headers: SignatureHeaders
  state: WebhookState
  /** Attempts that came by themselves: only they count towards giving up. */
  tries: number
  nextAttemptAt: number | undefined
  attempts: readonly WebhookAttempt[]
}

/** What the clock in charge says, in epoch milliseconds. */
export function signingTime(clock: Clock, timestamps: WebhookSettings['timestamps']): number {
  return timestamps === 'machine' ? clock.machineTime() : clock.now()
}

/** Signs the bytes with the time given. */
export function sign(record: Pick<DeliveryRecord, 'key' | 'body'>, at: number): SignatureHeaders {
  return signatureOf(record.key, at, record.body)
}

/** A delivery as the control plane shows it: without the key. */
export function deliveryView(record: DeliveryRecord): WebhookDelivery {
  const { id, orderToken, event, url, headers, attempts, state, nextAttemptAt } = record
  return {
    id,
    orderToken,
    event,
    url,
    createdAt: timestamp(record.createdAt),
    headers,
    body: record.body.toString('utf8'),
    attempts,
    state,
    nextAttemptAt: nextAttemptAt === undefined ? null : timestamp(nextAttemptAt),
  }
}
