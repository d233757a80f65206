import type { Control, EmulatedOrder } from '../control.js'
import type { Settings } from '../settings.js'
import { html } from './html.js'
import { formatEuro } from './language.js'
import { layout } from './layout.js'

const MOST_ORDERS = 100

function orderRow(order: EmulatedOrder, { readStatusBeforeApproval }: Settings) {
  const isOpen = order.status === readStatusBeforeApproval
  const status = `${order.status} / ${order.captureStatus}`
  const page = isOpen ? html`<a href="${order.checkoutUrl}">pay</a>` : undefined
  return html`<tr><td><a href="/_emulator/orders/${order.token}">${order.token}</a></td><td>${order.merchantReference ?? ''}</td><td class="number">${formatEuro(order.totalInCents, 'en')}</td><td>${status}</td><td>${page}</td></tr>`
}

/** The page at `/`: the latest orders, and where the rest is. */
export function homePage(control: Control, settings: Settings): string {
  const orders = control.orders()
  const rows = orders
    .slice(-MOST_ORDERS)
    .reverse()
    .map((order) => orderRow(order, settings))
  const table =
    rows.length === 0
      ? html`<p>No orders yet. Create one with <code>POST /v2/orders</code>.</p>`
      : html`<div class="scroll"><table><thead><tr><th scope="col">Token</th><th scope="col">Reference</th><th scope="col" class="number">Total</th><th scope="col">Status</th><th scope="col">Checkout</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return layout({
    language: 'en',
    title: 'Orders',
    wide: true,
    content: html`<h1>Orders</h1><section class="panel" aria-label="Orders">${table}</section>
<section class="panel" aria-labelledby="control-title"><h2 id="control-title">Control plane</h2><ul>
<li><a href="/_emulator/orders">orders</a></li><li><a href="/_emulator/disputes">disputes</a></li><li><a href="/_emulator/ledger">ledger</a></li><li><a href="/_emulator/requests">requests</a></li><li><a href="/_emulator/faults">faults</a></li><li><a href="/_emulator/clock">clock</a></li>
</ul></section>`,
  })
}
