import { equalMoney, type Money } from '../money.js'
import { lowerStatus } from '../resources/status.js'
import type { Order, OrderReference } from '../types.js'

/**
 * What became of an order.
 *
 * - `captured`: the money is taken.
 * - `delayed`: authorised, and kept open for a later capture.
 * - `authorized`: authorised, and nothing was captured.
 * - `pending`: the shopper has not finished, or its state is one that is not known: ask again later.
 * - `expired`, `voided`: ended without money.
 * - `declined`: no money was taken. When it was the capture that was declined, the order still reads `authorized`, and the
 *   next `complete` tries again: `payments.void` it before the shopper pays in another way. A shopper who was declined may
 *   still be approved: ask again when a webhook says so.
 * - `refunded`: the money was taken and given back.
 * - `mismatch`: the token is that of another order, or of another amount; nothing was done.
 */
export type CheckoutOutcome =
  | 'captured'
  | 'delayed'
  | 'authorized'
  | 'pending'
  | 'expired'
  | 'voided'
  | 'refunded'
  | 'declined'
  | 'mismatch'

/** What the shop's own record says that the order must be. */
export interface ExpectedOrder {
  /** The reference of the order: the one it was created with, or one that was stored by `orders.update`. */
  merchantReference: string
  /** The total that the shop created the order with. */
  totalAmount: Money
}

/**
 * What the state of an order means. Statuses are an open set and come in either case; one that is not known counts as
 * `pending`, so that nothing is shipped on it and nothing is given up.
 *
 * What an order reads after a void or a refund of a part is not published. Either one would be asked about for ever if it
 * counted as pending, so a void is also known by `captureStatus` (source: Scalapay's specification, with `expired`), and a
 * refund by its name.
 */
export function outcomeOf(order: Order): Exclude<CheckoutOutcome, 'mismatch'> {
  const status = lowerStatus(order.status)
  const captureStatus = lowerStatus(order.captureStatus)
  if (status === 'charged') return 'captured'
  if (REFUNDED.test(status)) return 'refunded'
  if (status === 'expired' && lowerStatus(order.lastEligibilityFeedback).startsWith('declined')) {
    return 'declined'
  }
  if (status === 'voided' || captureStatus === 'voided') return 'voided'
  if (status === 'authorized') return captureStatus === 'delayed' ? 'delayed' : 'authorized'
  return status === 'expired' ? 'expired' : 'pending'
}

/** `refunded`, and a name such as `partially_refunded`. */
const REFUNDED = /(?:^|[_ -])refunded$/

/** Looks up which orders have a reference now, see `Orders.find`. */
export type FindOrders = (search: {
  orderToken: string
  merchantOrderReference: string
}) => Promise<Pick<OrderReference, 'orderToken' | 'merchantOrderReference'>[]>

/**
 * Whether an order is the one that the shop means. A token alone proves nothing: anybody can present the token of a
 * cheaper order.
 *
 * A read repeats what the order was created with (source: Scalapay's specification). Whether a reference that was stored
 * later is among it is not published, so the look-up is asked before an order counts as another one.
 */
export async function isBoundTo(
  { token, totalAmount, orderDetails }: Order,
  expected: ExpectedOrder,
  find: FindOrders,
): Promise<boolean> {
  const { merchantReference } = expected
  if (!equalMoney(totalAmount, expected.totalAmount)) return false
  if (orderDetails?.merchantReference === merchantReference) return true
  const found = await find({ orderToken: token, merchantOrderReference: merchantReference })
  return found.some(
    (row) => row.orderToken === token && row.merchantOrderReference === merchantReference,
  )
}
