import type { UnauthorizedBody } from './answer.js'
import { given } from './given.js'
import type { IdempotencyPolicy } from './state/idempotency.js'
import type { RefusalForm } from './state/refusal-form.js'

/** What the emulator decides where Scalapay leaves it open. A reset can set it anew. */
export interface EmulatorSwitches {
  /** Above it an order is refused, in minor units. @default 200000, as the sandbox was observed to say */
  readonly maximumAmountInCents?: number
  /** Below it an order in a shop is refused, in minor units. @default 500 (Scalapay docs) */
  readonly minimumAmountInCents?: number
  /**
   * The body of a 401: `"Unauthorized"`, or the same without quotes as `text`, both recorded, or the error `envelope`, which
   * older documentation suggests.
   * @default 'json-string'
   */
  readonly unauthorizedBody?: UnauthorizedBody
  /** Strings also where the real service was observed to send numbers. @default false */
  readonly allStringAmounts?: boolean
  /**
   * Whether a body needs `Content-Type: application/json`, as the documentation asks for. What becomes of one without is
   * unknown: when `required`, it is refused as a malformed one is.
   * @default 'ignored'
   */
  readonly contentType?: 'ignored' | 'required'
  /**
   * The unknowns of `Idempotency-Key`. `storeFailures` is `true` for all kinds of failures, `false` for none, or a list of
   * `'refused'` (its order did not allow it), `'invalid'` and `'server-error'` (a 500, by a fault).
   * @default { lifetimeMs: 86400000, scope: 'path', sameKeyOtherBody: 'replay', storeFailures: false }
   */
  readonly idempotency?: Partial<IdempotencyPolicy>
  /**
   * How a call is refused that the state of its order or the contract does not allow: Scalapay publishes no status for it,
   * and codes for few. `errorCode` replaces those that the emulator made up; null leaves each its own.
   * @default { status: 400, errorCode: null }
   */
  readonly refusals?: Partial<RefusalForm>
  /** What reads show until the shopper approves; `pending` is the other name seen. @default 'created' */
  readonly readStatusBeforeApproval?: string
  /** What reads show after a void. @default 'expired', the only documented pairing */
  readonly readStatusAfterVoid?: string
  /** What reads show while only a part is refunded. @default 'charged' */
  readonly readStatusAfterPartialRefund?: string
  /** Whose days and times, without a zone, the reports have: an IANA name. @default 'Europe/Rome' */
  readonly reportingTimeZone?: string
  /**
   * What `startDate` and `endDate` of the orders and refunds reports mean: the day of the bank transaction, by which a row
   * without one, because it is not paid out yet or was voided, is found by the day of its movement; or always the day of
   * the capture, refund or void.
   * @default 'transaction' (Scalapay's specification)
   */
  readonly reportDates?: 'transaction' | 'movement'
  /** Payouts without the fees taken off: they are on a bill at the end of the month. @default false */
  readonly feesBilledAtMonthEnd?: boolean
  /** A row of the refunds report: as in a payout, or that of an order, as the specification's example has it. @default 'refund' */
  readonly refundReportRow?: 'refund' | 'order'
  /**
   * The most rows of a page of a report; `size` says it in the answer when more were asked for. An example of Scalapay's
   * specification has a `size` of 500.
   * @default 5000, the documented maximum of a request
   */
  readonly largestReportPage?: number
}

/** The switches with every one of their parts. */
export interface SwitchSettings extends Required<EmulatorSwitches> {
  readonly idempotency: IdempotencyPolicy
  readonly refusals: RefusalForm
}

/** How they stand unless told otherwise. */
export const DEFAULT_SWITCHES: SwitchSettings = {
  maximumAmountInCents: 200_000,
  minimumAmountInCents: 500,
  unauthorizedBody: 'json-string',
  allStringAmounts: false,
  contentType: 'ignored',
  idempotency: {
    lifetimeMs: 86_400_000,
    scope: 'path',
    sameKeyOtherBody: 'replay',
    storeFailures: false,
  },
  refusals: { status: 400, errorCode: null },
  readStatusBeforeApproval: 'created',
  readStatusAfterVoid: 'expired',
  readStatusAfterPartialRefund: 'charged',
  reportingTimeZone: 'Europe/Rome',
  reportDates: 'transaction',
  feesBilledAtMonthEnd: false,
  refundReportRow: 'refund',
  largestReportPage: 5_000,
}

/** Sets switches; what is not given, also of a group, stays. Nothing is checked. */
export function withSwitches<Settings extends SwitchSettings>(
  settings: Settings,
  { idempotency, refusals, ...others }: EmulatorSwitches,
): Settings {
  return {
    ...settings,
    ...given(others),
    idempotency: { ...settings.idempotency, ...given(idempotency ?? {}) },
    refusals: { ...settings.refusals, ...given(refusals ?? {}) },
  }
}
