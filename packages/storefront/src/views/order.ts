import { type Money, toCents } from '@scalapay-kit/core'
import { type Refund, refundableAmount, refundedAmount, type ShopOrder } from '../domain/order.js'
import { instalments, price } from './format.js'
import { type Html, html } from './html.js'
import { linesList } from './lines.js'
import { totalsTable } from './totals.js'

/** What the shopper may just have done, as it stands in the address of the order's page. */
export const ORDER_NOTICES = ['paid-now', 'already-paid', 'refunded', 'refund-under-way'] as const

/** What the shopper has just done, said once above the order. */
export type OrderNotice = (typeof ORDER_NOTICES)[number]

const NOTICES: Readonly<Record<OrderNotice, string>> = {
  'paid-now': 'Thank you. Your payment went through, and we are packing your parcel.',
  'already-paid': 'This order is paid already. You have not been charged again.',
  refunded: 'The refund is on its way.',
  'refund-under-way': 'This refund is being sent already. Look again in a moment.',
}

/** What the page of a paid order shows, and what its refund form starts with. */
export interface OrderPage {
  readonly order: ShopOrder
  /** Stands in the refund form, so that posting it twice refunds once. */
  readonly refundReference: string
  readonly notice?: OrderNotice
  /** Why the last refund is not done. */
  readonly problem?: string
  /** What is wrong with the amount that was typed. */
  readonly amountProblem?: string
}

const REFUND_STATUS: Readonly<Record<Refund['status'], string>> = {
  sending: 'being sent',
  unknown: 'being checked',
  done: 'refunded',
}

function refundRow(order: ShopOrder, { reference, amount, status }: Refund): Html {
  return html`
        <li>
          <span>${price(amount)} <span class="tag">${REFUND_STATUS[status]}</span><br><span class="quiet reference">${reference}</span></span>
          ${status === 'unknown' && checkAgainForm(order, reference, amount)}
        </li>`
}

function checkAgainForm(order: ShopOrder, reference: string, amount: Money): Html {
  return html`<form method="post" action="/orders/${order.id}/refunds">
            <input type="hidden" name="refundReference" value="${reference}">
            <input type="hidden" name="amount" value="${amount.amount}">
            <button class="button plain" type="submit">Check again</button>
          </form>`
}

function refundForm({ order, refundReference, amountProblem }: OrderPage): Html {
  const left = refundableAmount(order)
  return html`<form class="refund" method="post" action="/orders/${order.id}/refunds">
        <input type="hidden" name="refundReference" value="${refundReference}">
        <div class="field">
          <label for="amount">Amount in euro, at most ${left.amount}</label>
          <input id="amount" name="amount" inputmode="decimal" autocomplete="off" value="${left.amount}" required${amountProblem !== undefined && html` aria-invalid="true" aria-describedby="problem"`}>
        </div>
        ${amountProblem !== undefined && html`<p id="problem" class="note bad" role="alert">${amountProblem}</p>`}
        <button class="button" type="submit">Refund</button>
      </form>`
}

function refundSection(page: OrderPage): Html {
  const { order } = page
  const left = toCents(refundableAmount(order))
  return html`
    <section class="card" aria-labelledby="refunds">
      <h2 id="refunds">Refunds</h2>
      ${
        order.refunds.length > 0 &&
        html`<ul class="brief">${order.refunds.map((refund) => refundRow(order, refund))}
      </ul>
      <p>${price(refundedAmount(order))} of ${price(order.totals.total)}</p>`
      }
      ${left > 0 ? refundForm(page) : html`<p class="quiet">Nothing is left to refund.</p>`}
      <p class="quiet small">In a real shop this button is in the back office.</p>
    </section>`
}

/** The page of a paid order. */
export function orderPage(page: OrderPage): Html {
  const { order, notice, problem } = page
  const { shopper } = order
  return html`
  <h1>Your order</h1>
  ${notice !== undefined && html`<p class="note good" role="status">${NOTICES[notice]}</p>`}
  ${problem !== undefined && html`<p class="note bad" role="alert">${problem}</p>`}
  <p class="quiet">${order.merchantReference} <span class="tag good">Paid</span></p>
  <div class="columns">
    <section class="card" aria-labelledby="bought">
      <h2 id="bought">What you bought</h2>
      ${linesList(order.lines)}
      ${totalsTable(order.totals)}
      <p class="quiet small">Paid in 3 with Scalapay: ${instalments(order.totals.total)}.</p>
      <h2>Where it goes</h2>
      <address>${shopper.givenNames} ${shopper.surname}<br>${shopper.line1}<br>${shopper.postcode} ${shopper.suburb}, ${shopper.countryCode}</address>
    </section>${refundSection(page)}
  </div>`
}
