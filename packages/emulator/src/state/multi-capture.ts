import { assumedRefusals } from './assumptions.js'
import { closed, heldInCents, openInCents, releaseOf, requireAuthorized } from './authorization.js'
import {
  type Change,
  type Moment,
  type Movement,
  nextVersion,
  type Order,
  OrderRefusal,
} from './order.js'

function requireDelayed(order: Order): void {
  requireAuthorized(order)
  if (order.captureStatus !== 'delayed') throw new OrderRefusal(assumedRefusals.orderNotDelayed)
}

/** The order closes by itself once nothing is open (Scalapay docs). */
function closedIfComplete(order: Order): Order {
  return openInCents(order) === 0 ? closed(order) : order
}

/** Takes a part of a delayed order; taking the whole remainder closes it. */
export function captureDelayed(order: Order, moment: Moment, amountInCents: number): Change {
  requireDelayed(order)
  if (amountInCents > openInCents(order)) {
    throw new OrderRefusal(assumedRefusals.captureExceedsOrder)
  }
  const taken = nextVersion(order, { event: 'captured', amountInCents }, moment, {
    capturedInCents: order.capturedInCents + amountInCents,
    captures: [...order.captures, { amountInCents, at: moment.at }],
  })
  return { order: closedIfComplete(taken), movements: [{ kind: 'capture', amountInCents }] }
}

/** By how much the total of a delayed order is lowered, in minor units. */
export interface Reduction {
  readonly refundInCents: number
  /** The part of it that comes back from money already captured. */
  readonly fromCapturedInCents: number
}

/** Only what moves goes into the ledger. */
function movementsOf(fromCapturedInCents: number, releasedInCents: number): Movement[] {
  const movements: Movement[] = [
    { kind: 'refund', amountInCents: fromCapturedInCents },
    { kind: 'void', amountInCents: releasedInCents },
  ]
  return movements.filter(({ amountInCents }) => amountInCents > 0)
}

/** Lowers the total of a delayed order, which closes it once the total equals what is captured. */
export function reduceDelayed(order: Order, moment: Moment, reduction: Reduction): Change {
  requireDelayed(order)
  const { refundInCents, fromCapturedInCents } = reduction
  const releasedInCents = refundInCents - fromCapturedInCents
  const exceeds =
    releasedInCents < 0 ||
    releasedInCents > openInCents(order) ||
    fromCapturedInCents > heldInCents(order)
  if (exceeds) throw new OrderRefusal(assumedRefusals.reductionExceedsOrder)
  const fact = { event: 'refunded', amountInCents: refundInCents } as const
  const lowered = nextVersion(order, fact, moment, {
    totalInCents: order.totalInCents - refundInCents,
    refundedInCents: order.refundedInCents + fromCapturedInCents,
  })
  return {
    order: closedIfComplete(lowered),
    movements: movementsOf(fromCapturedInCents, releasedInCents),
  }
}

/** Confirms and closes a delayed order with what was captured; the rest is released. */
export function closeDelayed(order: Order, moment: Moment): Change {
  requireDelayed(order)
  const amountInCents = openInCents(order)
  return {
    order: closed(nextVersion(order, { event: 'voided', amountInCents }, moment)),
    movements: releaseOf(amountInCents),
  }
}
