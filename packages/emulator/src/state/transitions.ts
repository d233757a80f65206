import { assumedRefusals, DECLINED_FEEDBACK } from './assumptions.js'
import { type Change, nextVersion, type Occasion, type Order, OrderRefusal } from './order.js'

/** Refuses unless the shopper's authorisation stands. */
function requireAuthorized(order: Order): void {
  switch (order.status) {
    case 'authorized':
      return
    case 'created':
      throw new OrderRefusal(assumedRefusals.orderNotAuthorized)
    case 'expired':
      throw new OrderRefusal(assumedRefusals.orderExpired)
    case 'voided':
      throw new OrderRefusal(assumedRefusals.orderVoided)
    default:
      throw new OrderRefusal(assumedRefusals.orderAlreadyCaptured)
  }
}

/** The shopper approves on the hosted page. */
export function approve(order: Order, occasion: Occasion): Change {
  return { order: nextVersion(order, { event: 'approved' }, occasion, { status: 'authorized' }) }
}

/** The shopper is declined: the order ends as expired with the eligibility feedback. */
export function decline(order: Order, occasion: Occasion): Change {
  return {
    order: nextVersion(order, { event: 'declined' }, occasion, {
      status: 'expired',
      lastEligibilityFeedback: DECLINED_FEEDBACK,
    }),
  }
}

/** The shopper leaves the hosted page. The order stays open: the shopper may come back until it expires. */
export function cancel(order: Order, occasion: Occasion): Change {
  return { order: nextVersion(order, { event: 'cancelled' }, occasion) }
}

/** Keeps the authorisation for longer without settling anything. */
export function delay(order: Order, occasion: Occasion, expiryMs: number): Change {
  requireAuthorized(order)
  if (order.captureStatus === 'delayed') throw new OrderRefusal(assumedRefusals.orderAlreadyDelayed)
  return {
    order: nextVersion(order, { event: 'delayed' }, occasion, {
      captureStatus: 'delayed',
      authorizationExpiresAt: occasion.at + expiryMs,
    }),
  }
}

/** Takes the money; without an amount all of it. What is not captured now is released for good. */
export function capture(order: Order, occasion: Occasion, amountInCents?: number): Change {
  requireAuthorized(order)
  const amount = amountInCents ?? order.totalInCents
  if (amount > order.totalInCents) throw new OrderRefusal(assumedRefusals.captureExceedsOrder)
  const changes = {
    status: 'charged',
    captureStatus: 'captured',
    capturedInCents: amount,
  } as const
  return {
    order: nextVersion(order, { event: 'captured', amountInCents: amount }, occasion, changes),
    movement: { kind: 'capture', amountInCents: amount },
  }
}

/** Gives money back, in one or several parts, never more than was captured. */
export function refund(order: Order, occasion: Occasion, amountInCents: number): Change {
  if (order.captureStatus !== 'captured') throw new OrderRefusal(assumedRefusals.orderNotCaptured)
  const refunded = order.refundedInCents + amountInCents
  if (refunded > order.capturedInCents) {
    throw new OrderRefusal(assumedRefusals.refundExceedsCaptured)
  }
  const status = refunded === order.capturedInCents ? 'refunded' : 'charged'
  const changes = { status, refundedInCents: refunded } as const
  return {
    order: nextVersion(order, { event: 'refunded', amountInCents }, occasion, changes),
    movement: { kind: 'refund', amountInCents },
  }
}

/** Releases an authorisation that was not captured. */
export function voidOrder(order: Order, occasion: Occasion): Change {
  requireAuthorized(order)
  const amount = order.totalInCents
  const changes = { status: 'voided', captureStatus: 'voided' } as const
  return {
    order: nextVersion(order, { event: 'voided', amountInCents: amount }, occasion, changes),
    movement: { kind: 'void', amountInCents: amount },
  }
}

/** When the order ends by itself, in epoch milliseconds; undefined once it cannot any more. */
export function expiryOf(order: Order): number | undefined {
  if (order.status !== 'created' && order.status !== 'authorized') return undefined
  return order.authorizationExpiresAt ?? order.expiresAt
}

/** Time is up. The automatic end of a delayed authorisation reads as voided (fact sheet, inferred). */
export function expire(order: Order, occasion: Occasion): Change {
  const captureStatus = order.captureStatus === 'delayed' ? 'voided' : order.captureStatus
  return {
    order: nextVersion(order, { event: 'expired' }, occasion, { status: 'expired', captureStatus }),
  }
}
