import type { Refusal } from '../answer.js'

/** Where an order stands; `voided` is the emulator's own word, reads show what the switch says. */
export type OrderStatus = 'created' | 'authorized' | 'charged' | 'refunded' | 'voided' | 'expired'

/** The states of the money of an order (Scalapay docs). */
export type CaptureStatus = 'pending' | 'delayed' | 'captured' | 'voided'

/** What happened to an order. */
export type OrderEvent =
  | 'created'
  | 'updated'
  | 'approved'
  | 'declined'
  | 'cancelled'
  | 'delayed'
  | 'captured'
  | 'refunded'
  | 'voided'
  | 'expired'

/** One line of an order's history. */
export interface HistoryEntry {
  /** Epoch milliseconds. */
  readonly at: number
  readonly event: OrderEvent
  /** Minor units, where money was named. */
  readonly amountInCents?: number
  /** The merchant's body as it was sent, where a call caused the event. */
  readonly requestBody?: string
}

/** The creation body; the parts the emulator reads itself are named, everything else is kept as sent. */
export interface OrderPayload {
  readonly [field: string]: unknown
  /** Absent in a shop: there is no page to return to. */
  readonly merchant?: { readonly redirectConfirmUrl: string; readonly redirectCancelUrl: string }
}

/** Which operation created an order: the merchant's shop, a till by barcode, or a till by link. */
export type OrderOrigin = 'online' | 'in-store' | 'in-store-link'

/** One part of the money that was taken. */
export interface Capture {
  readonly amountInCents: number
  /** Epoch milliseconds. */
  readonly at: number
}

/** One order. Never changed in place: every transition makes a new one. */
export interface Order {
  readonly token: string
  readonly origin: OrderOrigin
  /** Which till; absent online. */
  readonly deviceReference?: string
  readonly payload: OrderPayload
  readonly status: OrderStatus
  readonly captureStatus: CaptureStatus
  /** What the shopper owes; `delay/refund` and `delay/void` lower it. */
  readonly totalInCents: number
  /** All that was ever taken, refunds not subtracted. */
  readonly capturedInCents: number
  readonly refundedInCents: number
  readonly captures: readonly Capture[]
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** End of the shopper's time and, unless delayed, of the merchant's time to capture. */
  readonly expiresAt: number
  /** End of a delayed authorisation. */
  readonly authorizationExpiresAt?: number
  readonly merchantReference?: string
  readonly merchantProcessorReference?: string
  readonly lastEligibilityFeedback?: string
  readonly history: readonly HistoryEntry[]
}

/** One movement of money: the ledger has an entry if and only if money moved. */
export interface Movement {
  readonly kind: 'capture' | 'refund' | 'void'
  readonly amountInCents: number
}

/** What a transition makes of an order, not yet committed. */
export interface Change {
  readonly order: Order
  /** In the order in which they enter the ledger. */
  readonly movements?: readonly Movement[]
}

/** When something happens, and the body of the call that asked for it. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number
  readonly requestBody?: string
}

/** A transition that the state of the order does not allow. */
export class OrderRefusal extends Error {
  override readonly name = 'OrderRefusal' as const
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** What a new line of history says. */
export interface HistoryFact {
  readonly event: OrderEvent
  /** Minor units, where money is named. */
  readonly amountInCents?: number
}

/** The next version of an order, with one more line of history. */
export function nextVersion(
  order: Order,
  fact: HistoryFact,
  moment: Moment,
  changes: Partial<Order> = {},
): Order {
  return { ...order, ...changes, history: [...order.history, { ...moment, ...fact }] }
}
