/** The states of a dispute (Scalapay's specification). */
export type DisputeStatus = 'open' | 'processing' | 'won' | 'lost' | 'closed'

/** Why shoppers dispute (Scalapay's specification). */
export const OPENING_REASONS = [
  'credit_not_processed',
  'duplicate',
  'fraudulent',
  'general',
  'product_not_received',
  'product_unacceptable',
  'subscription_canceled',
  'unrecognized_payment',
] as const
/** One of them. */
export type OpeningReason = (typeof OPENING_REASONS)[number]

/** Why a dispute ended (Scalapay's specification). */
export const RESOLVING_REASONS = [
  'customer_canceled',
  'evidence_accepted',
  'evidence_deadline_expired',
  'evidence_rejected',
  'merchant_accepted',
  'resolution_deadline_expired',
] as const
/** One of them. */
export type ResolvingReason = (typeof RESOLVING_REASONS)[number]

/** How a dispute can end. */
export const RESOLUTIONS = ['won', 'lost', 'closed'] as const
/** One of them. */
export type Resolution = (typeof RESOLUTIONS)[number]

/** Who bears the loss (Scalapay's specification). */
export type Liability = 'pending' | 'merchant' | 'scalapay'

/** One dispute. Never changed in place. Times are epoch milliseconds. */
export interface Dispute {
  readonly token: string
  readonly orderToken: string
  readonly status: DisputeStatus
  readonly openingReason: OpeningReason
  readonly amountInCents: number
  readonly createdAt: number
  readonly expiresAt: number
  readonly merchantDisputeReference?: string
  readonly resolvingReason?: ResolvingReason
  /** `pending` until the end; undefined when there is no loss to bear. */
  readonly liability: Liability | undefined
  /** Of the end. */
  readonly resolvedAt?: number
}

/** What each end means unless said otherwise; which reason and liability go with which end is an assumption. */
const ENDS: Readonly<
  Record<Resolution, { reason: ResolvingReason; liability: Liability | undefined }>
> = {
  won: { reason: 'evidence_accepted', liability: 'scalapay' },
  lost: { reason: 'evidence_rejected', liability: 'merchant' },
  closed: { reason: 'customer_canceled', liability: undefined },
}

/** Whether nothing can happen to the dispute any more. */
export function isResolved({ resolvedAt }: Dispute): boolean {
  return resolvedAt !== undefined
}

/** Ends a dispute. */
export function resolved(
  dispute: Dispute,
  at: number,
  status: Resolution,
  reason: ResolvingReason = ENDS[status].reason,
): Dispute {
  const { liability } = ENDS[status]
  return { ...dispute, status, resolvingReason: reason, liability, resolvedAt: at }
}
