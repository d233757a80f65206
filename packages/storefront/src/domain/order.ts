import { eur, type Money, subtractMoney, sumMoney } from '@scalapay-kit/core'
import type { Line, Totals } from './cart.js'

/** Who buys, and where the parcel goes. */
export interface Shopper {
  readonly givenNames: string
  readonly surname: string
  readonly email: string
  readonly phoneNumber: string
  readonly line1: string
  readonly suburb: string
  readonly postcode: string
  /** ISO 3166-1 alpha-2, for example `IT`. */
  readonly countryCode: string
}

/**
 * - `open`: not paid yet.
 * - `unknown`: the shop asked Scalapay and got no answer; the money may have moved.
 * - `declined`, `expired`, `voided`: closed without money, but Scalapay has the last word: a late
 *   approval still makes it `paid`. A decline is taken back at times, so that the sweep goes on asking.
 * - `paid`: captured. Nothing moves an order out of it; refunds stand beside it.
 */
export type OrderStatus = 'open' | 'unknown' | 'paid' | 'declined' | 'expired' | 'voided'

/**
 * Why a shopper who came back from Scalapay has not paid, or may not have.
 *
 * - `checking`: Scalapay's answer is missing.
 * - `changed`: the amount or the reference is not the one that the shop agreed to.
 * - `busy`, `paid-elsewhere`: another order of the same cart is being settled, or is paid.
 */
export type UnpaidState =
  | 'cancelled'
  | 'pending'
  | 'checking'
  | 'declined'
  | 'expired'
  | 'voided'
  | 'changed'
  | 'busy'
  | 'paid-elsewhere'

/** `unknown`: sent, but the answer never came; the money may have moved. */
export type RefundStatus = 'sending' | 'unknown' | 'done'

/** A refund of a part or of all, recorded before it is sent, so that a lost answer is not a forgotten one. */
export interface Refund {
  readonly reference: string
  readonly amount: Money
  readonly status: RefundStatus
}

/** The checkout that Scalapay opened for an order. */
export interface Checkout {
  readonly token: string
  /** Missing when the token was looked up, because the answer that brings both was lost. */
  readonly checkoutUrl?: string
}

/** An order as the shop keeps it: what was agreed to when it was placed, and what has become of it since. */
export interface ShopOrder {
  /** Unguessable: it is the key to the order's page. */
  readonly id: string
  readonly merchantReference: string
  readonly cartId: string
  readonly shopper: Shopper
  readonly lines: readonly Line[]
  readonly totals: Totals
  readonly status: OrderStatus
  readonly checkout?: Checkout
  readonly refunds: readonly Refund[]
}

/** Everything refunded or about to be: an answer that never came counts as money gone. */
export function refundedAmount(order: ShopOrder): Money {
  return sumMoney([eur('0.00'), ...order.refunds.map((refund) => refund.amount)])
}

/** What may still be refunded. Scalapay reports no such figure, so the shop keeps the account. */
export function refundableAmount(order: ShopOrder): Money {
  return order.status === 'paid'
    ? subtractMoney(order.totals.total, refundedAmount(order))
    : eur('0.00')
}

const UNPAID: Readonly<Record<Exclude<OrderStatus, 'paid'>, UnpaidState>> = {
  open: 'pending',
  unknown: 'checking',
  declined: 'declined',
  expired: 'expired',
  voided: 'voided',
}

/** What to show of an order that is not paid; `undefined` when it is. */
export function unpaidStateOf({ status }: ShopOrder): UnpaidState | undefined {
  return status === 'paid' ? undefined : UNPAID[status]
}
