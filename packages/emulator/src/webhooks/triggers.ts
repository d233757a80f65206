import type { HistoryEntry, Order } from '../state/order.js'
import type { WebhookTrigger } from './settings.js'

/** What happened to an order and is told, unless the settings have no status for its trigger. */
export interface TriggeredWebhook {
  readonly trigger: WebhookTrigger
  /** Minor units, where money was named. */
  readonly amountInCents?: number
}

/** What a delayed order that has closed has become, whichever call closed it. */
const CLOSED: Readonly<Record<Order['status'], WebhookTrigger | undefined>> = {
  created: undefined,
  authorized: undefined,
  charged: 'captured',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'expiredAfterApproval',
}

function triggerOf(
  { event }: HistoryEntry,
  order: Order,
  before: Order | undefined,
): WebhookTrigger | undefined {
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
export function triggeredWebhooks(order: Order, before: Order | undefined): TriggeredWebhook[] {
  return order.history.slice(before?.history.length ?? 0).flatMap((entry) => {
    const trigger = triggerOf(entry, order, before)
    if (trigger === undefined) return []
    const { amountInCents } = entry
    return [{ trigger, ...(amountInCents === undefined ? {} : { amountInCents }) }]
  })
}
