import { assumedRefusals } from './assumptions.js'
import { type Movement, type Order, OrderRefusal } from './order.js'

/** Refuses unless the shopper's authorisation stands. */
export function requireAuthorized(order: Order): void {
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

/** What the merchant holds of the shopper's money, in minor units. */
export function heldInCents(order: Order): number {
  return order.capturedInCents - order.refundedInCents
}

/** What is authorised and not captured, in minor units. */
export function openInCents(order: Order): number {
  return order.totalInCents - heldInCents(order)
}

/** The movement by which an authorisation gives up what it held; nothing held is nothing moved. */
export function releaseOf(amountInCents: number): Movement[] {
  return amountInCents === 0 ? [] : [{ kind: 'void', amountInCents }]
}

/** The end of a delayed order: what is open is released, what was captured stays. */
export function closed(order: Order): Order {
  const totalInCents = heldInCents(order)
  if (order.capturedInCents === 0) {
    return { ...order, totalInCents, status: 'voided', captureStatus: 'voided' }
  }
  const status = totalInCents === 0 ? 'refunded' : 'charged'
  return { ...order, totalInCents, status, captureStatus: 'captured' }
}
