import type { Change, Moment, Order } from '../state/order.js'
import type { Merchant } from '../state/store.js'
import { approve, approveAfterDecline, cancel, decline, expire } from '../state/transitions.js'
import type { Emulation } from './emulation.js'

/** Where the shopper's browser goes after the hosted page; for a link made in a shop, the page itself. */
export interface ShopperResult {
  readonly redirectUrl: string
}

/** What a shopper can do on the hosted page; `expire` is to let the time pass. */
export type ShopperChoice = 'approve' | 'decline' | 'cancel' | 'expire'

type Transition = (order: Order, moment: Moment, reason?: string) => Change

/** The shopper cannot do that with this order (any more). */
export class ShopperError extends Error {
  override readonly name = 'ShopperError' as const
  readonly reason: 'unknown' | 'expired' | 'declined' | 'completed'

  constructor(reason: ShopperError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

const transitions: Readonly<Record<ShopperChoice, Transition>> = {
  approve,
  decline,
  cancel,
  expire,
}

/** What a choice would make of an order now; nothing is changed by asking. */
export function outcomeOf(order: Order, choice: ShopperChoice, at: number): Order {
  return transitions[choice](order, { at }).order
}

/** The order behind a token, with its merchant, whoever that is. */
export function findOrder(
  emulation: Emulation,
  token: string,
): { merchant: Merchant; order: Order } {
  emulation.clock.settle()
  const merchant = emulation.world.store.ownerOf(token)
  const order = merchant?.orders.get(token)
  if (merchant === undefined || order === undefined) {
    throw new ShopperError('unknown', 'There is no order with this token; create one first')
  }
  return { merchant, order }
}

/** Why the shopper can no longer act on an order; undefined while it is open. */
export function closedReason(order: Order): ShopperError['reason'] | undefined {
  if (order.status === 'created') return undefined
  if (order.lastEligibilityFeedback !== undefined) return 'declined'
  return order.status === 'expired' ? 'expired' : 'completed'
}

function separatorAfter(address: string): string {
  if (!address.includes('?')) return '?'
  return /[?&]$/.test(address) ? '' : '&'
}

/**
 * Appends `orderToken` and `status` to whatever query string the merchant's URL has.
 *
 * By hand, because URLSearchParams would rewrite the merchant's own parameters.
 *
 * @returns undefined for a link made in a shop, which has no page to return to.
 */
export function returnUrl(order: Order, status: 'SUCCESS' | 'FAILED'): string | undefined {
  const { merchant } = order.payload
  if (merchant === undefined) return undefined
  const target = status === 'SUCCESS' ? merchant.redirectConfirmUrl : merchant.redirectCancelUrl
  const hash = target.indexOf('#')
  const address = hash === -1 ? target : target.slice(0, hash)
  const fragment = hash === -1 ? '' : target.slice(hash)
  return `${address}${separatorAfter(address)}orderToken=${order.token}&status=${status}${fragment}`
}

function resultOf(emulation: Emulation, order: Order, choice: ShopperChoice): ShopperResult {
  const target = returnUrl(order, choice === 'approve' ? 'SUCCESS' : 'FAILED')
  return { redirectUrl: target ?? `${emulation.url}/checkout/${order.token}` }
}

function closedError(order: Order, reason: ShopperError['reason']): ShopperError {
  return new ShopperError(reason, `The order is closed: its status is ${order.status}`)
}

/** Does what the shopper chose, and tells where the shopper goes; a decline can have another reason than usual. */
export function choose(
  emulation: Emulation,
  token: string,
  choice: ShopperChoice,
  reason?: string,
): ShopperResult {
  const { merchant, order } = findOrder(emulation, token)
  const closed = closedReason(order)
  if (closed !== undefined) throw closedError(order, closed)
  const moment = { at: emulation.clock.now() }
  emulation.world.store.commit(merchant, transitions[choice](order, moment, reason))
  return resultOf(emulation, order, choice)
}

/**
 * Approves, even after a decline: integrations saw orders whose refusal was taken back seconds later.
 *
 * @throws ShopperError when the order's time is over or it is completed.
 */
export function forceApproval(emulation: Emulation, token: string): ShopperResult {
  const { merchant, order } = findOrder(emulation, token)
  if (closedReason(order) !== 'declined') return choose(emulation, token, 'approve')
  const at = emulation.clock.now()
  if (order.expiresAt <= at) throw closedError(order, 'expired')
  emulation.world.store.commit(merchant, approveAfterDecline(order, { at }))
  return resultOf(emulation, order, 'approve')
}
