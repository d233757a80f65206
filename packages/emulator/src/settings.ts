import type { UnauthorizedBody } from './http/answer.js'
import type { ClockMode } from './state/clock.js'
import type { IdempotencyPolicy } from './state/idempotency.js'
import type { WebhookSettings } from './webhooks/settings.js'

/** What the emulator runs with, after defaults and checks. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly https: boolean
  readonly seed: number
  readonly clock: ClockMode
  readonly startAt: number
  readonly merchantKeys: readonly string[]
  readonly deviceKeys: readonly string[]
  readonly maximumAmountInCents: number
  readonly minimumAmountInCents: number
  readonly unauthorizedBody: UnauthorizedBody
  readonly allStringAmounts: boolean
  readonly idempotency: IdempotencyPolicy
  readonly readStatusBeforeApproval: string
  readonly readStatusAfterVoid: string
  readonly readStatusAfterPartialRefund: string
  readonly reportingTimeZone: string
  readonly feesBilledAtMonthEnd: boolean
  readonly refundReportRow: 'refund' | 'order'
  /** Those of the start, to which a reset goes back. */
  readonly webhooks: WebhookSettings
}
