import { assumedRefusals, DECLINED_FEEDBACK } from './assumptions.js'
import { closed, heldInCents, openInCents, releaseOf, requireAuthorized } from './authorization.js'
import { type Change, type Moment, nextVersion, type Order, OrderRefusal } from './order.js'

/**
 * The shopper approves on the hosted page.
 *
 * A link made in a shop is charged at once, by assumption: no operation of a till captures, and `charged` and
 * `expired` are the only documented states of an order in a shop.
 */
export function approve(order: Order, moment: Moment): Change {
  const approved = nextVersion(order, { event: 'approved' }, moment, { status: 'authorized' })
  return order.origin === 'in-store-link' ? capture(approved, moment) : { order: approved }
}

/** A refusal is taken back: the order is authorised after all. */
export function approveAfterDecline(order: Order, moment: Moment): Change {
  const { lastEligibilityFeedback: _withdrawn, ...reopened } = order
  return approve(reopened, moment)
}

/** The shopper is declined: the order ends as expired with the reason as its eligibility feedback. */
export function decline(order: Order, moment: Moment, reason = DECLINED_FEEDBACK): Change {
  return {
    order: nextVersion(order, { event: 'declined' }, moment, {
      status: 'expired',
      lastEligibilityFeedback: reason,
    }),
  }
}

/** The shopper leaves the hosted page. The order stays open: the shopper may come back until it expires. */
export function cancel(order: Order, moment: Moment): Change {
  return { order: nextVersion(order, { event: 'cancelled' }, moment) }
}

/** Keeps the authorisation for longer without settling anything. */
export function delay(order: Order, moment: Moment, expiryMs: number): Change {
  requireAuthorized(order)
  if (order.captureStatus === 'delayed') throw new OrderRefusal(assumedRefusals.orderAlreadyDelayed)
  return {
    order: nextVersion(order, { event: 'delayed' }, moment, {
      captureStatus: 'delayed',
      authorizationExpiresAt: moment.at + expiryMs,
    }),
  }
}

/**
 * Takes the money; without an amount all that is open.
 *
 * That what is not captured now is released for good, and at once, is an assumption: no call is documented that would
 * capture it later.
 */
export function capture(order: Order, moment: Moment, amountInCents?: number): Change {
  requireAuthorized(order)
  const open = openInCents(order)
  const amount = amountInCents ?? open
  if (amount > open) throw new OrderRefusal(assumedRefusals.captureExceedsOrder)
  const changes = {
    status: 'charged',
    captureStatus: 'captured',
    capturedInCents: order.capturedInCents + amount,
    captures: [...order.captures, { amountInCents: amount, at: moment.at }],
  } as const
  return {
    order: nextVersion(order, { event: 'captured', amountInCents: amount }, moment, changes),
    movements: [{ kind: 'capture', amountInCents: amount }, ...releaseOf(open - amount)],
  }
}

/** Gives money back, in one or several parts, never more than was captured. */
export function refund(order: Order, moment: Moment, amountInCents: number): Change {
  if (order.captureStatus !== 'captured') throw new OrderRefusal(assumedRefusals.orderNotCaptured)
  const left = heldInCents(order) - amountInCents
  if (left < 0) throw new OrderRefusal(assumedRefusals.refundExceedsCaptured)
  const changes = {
    status: left === 0 ? 'refunded' : 'charged',
    refundedInCents: order.refundedInCents + amountInCents,
  } as const
  return {
    order: nextVersion(order, { event: 'refunded', amountInCents }, moment, changes),
    movements: [{ kind: 'refund', amountInCents }],
  }
}

/** Releases an authorisation of which nothing was captured. */
export function voidOrder(order: Order, moment: Moment): Change {
  requireAuthorized(order)
  if (order.capturedInCents > 0) throw new OrderRefusal(assumedRefusals.orderAlreadyCaptured)
  const amount = order.totalInCents
  const changes = { status: 'voided', captureStatus: 'voided' } as const
  return {
    order: nextVersion(order, { event: 'voided', amountInCents: amount }, moment, changes),
    movements: [{ kind: 'void', amountInCents: amount }],
  }
}

/** Withdraws a link that nobody has paid: there is no authorisation, so no money moves. */
export function voidLink(order: Order, moment: Moment): Change {
  if (order.status !== 'created') return voidOrder(order, moment)
  const changes = { status: 'voided', captureStatus: 'voided' } as const
  return { order: nextVersion(order, { event: 'voided' }, moment, changes) }
}

/** When the order ends by itself, in epoch milliseconds; undefined once it cannot any more. */
export function expiryOf(order: Order): number | undefined {
  if (order.status !== 'created' && order.status !== 'authorized') return undefined
  return order.authorizationExpiresAt ?? order.expiresAt
}

/**
 * Time is up, and what was authorised is released.
 *
 * A delayed authorisation is voided when its window closes (Scalapay docs). Assumptions: that it then reads as `expired`
 * and `voided`, the pairing of Scalapay's reports; that one of which a part is captured closes with that part; and that
 * an order that was not delayed, which reads as `expired` and `pending` (Scalapay docs), is released as well.
 */
export function expire(order: Order, moment: Moment): Change {
  const movements = order.status === 'authorized' ? releaseOf(openInCents(order)) : []
  const expired = nextVersion(order, { event: 'expired' }, moment)
  if (order.capturedInCents > 0) return { order: closed(expired), movements }
  const captureStatus = order.captureStatus === 'delayed' ? 'voided' : order.captureStatus
  return { order: { ...expired, status: 'expired', captureStatus }, movements }
}
