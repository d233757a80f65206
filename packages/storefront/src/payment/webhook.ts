import { retryLater, type WebhookEvent } from '@scalapay-kit/core/webhooks'
import { isMerchantReference } from '../domain/ids.js'
import { type SettleContext, settle } from './settle.js'

/**
 * Settles the order that a verified webhook is about. What the event claims is only the reason to look: Scalapay is asked
 * how the order stands, so that an event that is late, repeated or out of order changes nothing that it should not.
 *
 * @throws retryLater() while the order is not known yet or cannot be settled, so that Scalapay sends the event again
 */
export async function settleWebhook(context: SettleContext, event: WebhookEvent): Promise<void> {
  const { merchantReference } = event
  const order = await context.orders.byToken(event.orderToken)
  if (order === undefined) {
    // Scalapay may be faster than the shop, which learns the token with the answer that opens the checkout.
    if (isMerchantReference(merchantReference ?? '')) {
      throw retryLater('the token is not bound to its order yet')
    }
    context.log.warn({ event: event.status }, 'webhook for an order of another shop')
    return
  }
  const settlement = await settle(context, order)
  if (!settlement.paid && (settlement.state === 'checking' || settlement.state === 'busy')) {
    throw retryLater(`the order is not settled: ${settlement.state}`)
  }
}
