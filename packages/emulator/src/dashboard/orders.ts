import type { EmulatedOrder } from '../control.js'
import { type Html, html } from '../pages/html.js'
import { formatEuro } from '../pages/language.js'
import {
  badge,
  bodyBlock,
  buttonForm,
  facts,
  latestOf,
  row,
  rows,
  section,
  type Tone,
  time,
} from './elements.js'

const TONES: Readonly<Record<string, Tone>> = {
  authorized: 'busy',
  charged: 'good',
  refunded: 'plain',
  expired: 'bad',
}

function historyLine({ at, event, amountInCents, requestBody }: EmulatedOrder['history'][number]) {
  const amount = amountInCents === undefined ? undefined : formatEuro(amountInCents, 'en')
  const body = requestBody === undefined || requestBody === '' ? undefined : requestBody
  return html`<li>${time(at)} <strong>${event}</strong> ${amount}${body && html`<details><summary>body</summary>${bodyBlock('Body sent', body)}</details>`}</li>`
}

function orderRow(order: EmulatedOrder, isOpen: boolean): Html {
  const { token, status } = order
  const pay =
    isOpen &&
    html`<p><a class="button small" href="${order.checkoutUrl}" target="_blank" data-testid="pay-${token}">Open the checkout</a></p>`
  const declined = order.lastEligibilityFeedback === null ? undefined : badge('declined', 'bad')
  const summary = html`<span class="what"><code>${token}</code> <span class="soft">${order.merchantReference ?? order.origin}</span></span><span class="number">${formatEuro(order.totalInCents, 'en')}</span>${declined}${badge(status, TONES[status] ?? 'plain')}`
  const content = html`${pay || undefined}<ol class="timeline" aria-label="Timeline of ${token}">${order.history.map(historyLine)}</ol>
${facts([
  ['Money', order.captureStatus],
  ['Captured', formatEuro(order.capturedInCents, 'en')],
  ['Refunded', formatEuro(order.refundedInCents, 'en')],
  ['Expires', time(order.authorizationExpiresAt ?? order.expiresAt)],
  ...(order.lastEligibilityFeedback === null
    ? []
    : ([['Declined', order.lastEligibilityFeedback]] as const)),
])}
<p><a href="/_emulator/orders/${token}">All of it as JSON</a></p>`
  return row(`order-${token}`, summary, content)
}

/** What the orders are shown by. */
export interface OrdersView {
  /** Newest first. */
  readonly orders: readonly EmulatedOrder[]
  readonly total: number
  /** What reads show of an order that waits for its shopper. */
  readonly openStatus: string
}

/** The orders, each with its timeline. */
export function ordersSection({ orders, total, openStatus }: OrdersView): Html {
  const lines = orders.map((order) => orderRow(order, order.status === openStatus))
  const more = latestOf(orders.length, total, 'orders')
  const empty = html`No orders yet. Let your shop create one, or take a sample.`
  return section(
    'orders',
    'Orders',
    html`${rows(lines, empty)}${more}${buttonForm('/dashboard/orders', 'Create a sample order')}`,
  )
}
