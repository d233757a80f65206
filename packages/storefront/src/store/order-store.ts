import type { Money } from '@scalapay-kit/core'
import type { Checkout, OrderStatus, Refund, ShopOrder } from '../domain/order.js'

/** What a new order starts with. */
export type NewOrder = Omit<ShopOrder, 'status' | 'checkout' | 'refunds'>

/**
 * - `go`: this order may be settled.
 * - `busy`: another order of the same cart is being settled, or its outcome is unknown.
 * - `paid-elsewhere`: another order of the same cart is paid.
 */
export type Claim = 'go' | 'busy' | 'paid-elsewhere'

/**
 * - `go`: recorded, send it.
 * - `under-way`: another request is sending this reference; how it ends is not known yet. After ten minutes without an end
 *   its outcome is unknown, as the process that sent it may have died.
 * - `known`: this reference is refunded already; do nothing.
 * - `resend`: this reference was sent and its outcome is unknown; send the same again.
 * - `too-late`: the same, but it was sent first more than `REPEATABLE_FOR_MS` ago.
 * - `refused`: more than what is left, or the reference stands for another amount.
 */
export type RefundStart = 'go' | 'under-way' | 'known' | 'resend' | 'too-late' | 'refused'

/**
 * How long a refund may be sent again under its reference: an hour. Scalapay recognises it by its idempotency key, and does not
 * say how long it keeps one; once the key is forgotten, the same refund would be made a second time.
 */
export const REPEATABLE_FOR_MS = 3_600_000

/**
 * Where orders live. Every method is one atomic step: in a database, one statement or one transaction.
 * All that keeps two requests from spending the same euro twice is in here.
 */
export interface OrderStore {
  /** Adds the order, or answers the one that has its `merchantReference` already. */
  addOnce(order: NewOrder): Promise<ShopOrder>
  byId(id: string): Promise<ShopOrder | undefined>
  byToken(token: string): Promise<ShopOrder | undefined>
  /**
   * Every order that money may still come for: `open`, `unknown`, and `declined` as long as its checkout lives, since Scalapay
   * takes a decline back at times. One that has no checkout by then is `expired`: nobody was sent away to pay it.
   */
  open(): Promise<readonly ShopOrder[]>

  /**
   * Ties a checkout to its order, before the shopper is sent away to it, unless the order has one that its shopper was sent to:
   * one that is found or opened beside it must not take its place, since what is paid there would never be captured. What is
   * known of the same token stays known; another token opens an order again that the one before has left closed, since it can
   * be paid now.
   *
   * @returns the checkout that the order has now
   */
  bindFirstCheckout(id: string, checkout: Checkout): Promise<Checkout>

  /**
   * One cart is paid by one order: of several checkouts opened for it, one at a time may be settled. A claim ends by itself
   * after ten minutes, as the process that made it may have died.
   */
  claimCart(id: string): Promise<Claim>
  /** Lets go of the cart. Once for each claim that answered `go`, after the outcome is noted. */
  releaseCart(id: string): Promise<void>

  /** @returns whether this call made the change: true exactly once in the life of an order. */
  markPaid(id: string): Promise<boolean>
  /**
   * Notes that the shopper is being told that the order is paid.
   *
   * @returns whether it is for the first time: true exactly once in the life of an order
   */
  markTold(id: string): Promise<boolean>
  /**
   * Notes that no money came by the checkout of this token. A paid order stays paid; and an order that another checkout was
   * bound to, after this one was asked about, stays as it is: what is paid there is still to come.
   *
   * @returns whether this call closed it: true once for each checkout, however often the same is noted. Here a shop would release
   *   its stock. An order that never had a checkout expires without being noted: a shop that reserves stock looks for it by its age
   */
  markUnpaid(id: string, token: string, status: Exclude<OrderStatus, 'paid'>): Promise<boolean>

  startRefund(id: string, reference: string, amount: Money): Promise<RefundStart>
  /**
   * Notes how the refund went; `undefined` forgets it, because no money moved. One that is done stays so, and one that
   * another request has sent too is not forgotten.
   */
  endRefund(id: string, reference: string, status: Refund['status'] | undefined): Promise<void>
}
