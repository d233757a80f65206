import type { HistoryEntry, Order } from '../state/order.js'
import type { WebhookOccasion } from './settings.js'

/** Something that happened to an order, and that somebody may be told of. */
export interface OrderHappening {
  readonly occasion: WebhookOccasion
  /** Minor units, where money was named. */
  readonly amountInCents?: number
}

/** What a delayed order that has closed has become, whichever call closed it. */
const CLOSED: Readonly<Record<Order['status'], WebhookOccasion | undefined>> = {
  created: undefined,
  authorized: undefined,
  charged: 'captured',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'expiredAfterApproval',
}

function occasionOf(
  { event }: HistoryEntry,
  order: Order,
  before: Order | undefined,
): WebhookOccasion | undefined {
  if (before?.captureStatus === 'delayed') {
    if (order.captureStatus !== 'delayed') return CLOSED[order.status]
    if (event === 'captured') return 'capturedInPart'
    // Lowering what is still to come gives no money back.
    if (event === 'refunded' && order.refundedInCents === before.refundedInCents) return undefined
  }
  if (event === 'updated') return undefined
  if (event !== 'expired') return event
  return before?.status === 'authorized' ? 'expiredAfterApproval' : 'expiredBeforeApproval'
}

/** What a committed change consists of, oldest first: an order at a till is created, approved and captured in one. */
export function happeningsOf(order: Order, before: Order | undefined): OrderHappening[] {
  return order.history.slice(before?.history.length ?? 0).flatMap((entry) => {
    const occasion = occasionOf(entry, order, before)
    if (occasion === undefined) return []
    const { amountInCents } = entry
    return [{ occasion, ...(amountInCents === undefined ? {} : { amountInCents }) }]
  })
}
