import { centsToString } from '../state/money.js'
import type { Order } from '../state/order.js'
import type { WebhookSettings } from './settings.js'
import type { TriggeredWebhook } from './triggers.js'

/** What is told of an order. */
export interface Told {
  readonly order: Order
  readonly webhook: TriggeredWebhook
  /** The `status` that stands for it. */
  readonly status: string
}

/** How it is written. */
export interface PayloadForm {
  /** Texts also where the documentation has a number. */
  readonly allStringAmounts: boolean
  readonly refundAmount: boolean
  readonly totalAmount: WebhookSettings['totalAmount']
}

/**
 * The body of an event: compact JSON, keys in the order of the documented `created` example, `totalAmount` a bare number
 * in major units while the amounts of the order's own payload stay texts (Scalapay docs).
 */
export function payloadOf({ order, webhook, status }: Told, form: PayloadForm): string {
  const amount = (cents: number) => (form.allStringAmounts ? centsToString(cents) : cents / 100)
  const { trigger, amountInCents } = webhook
  return JSON.stringify({
    // Null is an assumption: the documentation has no order without a reference.
    merchantReference: order.merchantReference ?? null,
    totalAmount:
      form.totalAmount === 'object'
        ? { amount: centsToString(order.totalInCents), currency: 'EUR' }
        : amount(order.totalInCents),
    status,
    orderToken: order.token,
    ...(trigger === 'created' ? { orderDetails: order.payload } : {}),
    ...(trigger === 'refunded' && form.refundAmount && amountInCents !== undefined
      ? { refundAmount: amount(amountInCents) }
      : {}),
  })
}
