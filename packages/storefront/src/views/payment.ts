import type { ShopOrder, UnpaidState } from '../domain/order.js'
import { price } from './format.js'
import { type Html, html } from './html.js'
import { actionTexts, type UnpaidAction, unpaidLooks, unpaidTexts } from './wording.js'

/** Where an action leads; `undefined` where this order has no such way. */
function address(action: UnpaidAction, { checkout }: ShopOrder): string | undefined {
  switch (action) {
    case 'continue':
      return checkout?.checkoutUrl
    case 'look-again':
      return checkout && `/return?orderToken=${encodeURIComponent(checkout.token)}`
    case 'pay-again':
      return '/checkout'
    case 'cart':
      return '/cart'
    case 'shop':
      return '/'
  }
}

function link(action: UnpaidAction, order: ShopOrder, first: boolean): Html | undefined {
  const href = address(action, order)
  return href === undefined
    ? undefined
    : html`<a class="${first ? 'button' : 'button plain'}" href="${href}">${actionTexts[action]}</a>`
}

export function unpaidTitle(state: UnpaidState): string {
  return unpaidTexts[state].title
}

/** The page of an order that is not paid, or of which that is not known. */
export function unpaidPage(state: UnpaidState, order: ShopOrder): Html {
  const { title, text } = unpaidTexts[state]
  const { mood, actions } = unpaidLooks[state]
  return html`
  <section class="card state ${mood}" data-state="${state}">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p class="quiet">Order ${order.merchantReference}, ${price(order.totals.total)}</p>
    <p class="actions">${actions.map((action, index) => link(action, order, index === 0))}</p>
  </section>`
}
