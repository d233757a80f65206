import type { ShopOrder, UnpaidState } from '../domain/order.js'
import { price } from './format.js'
import { type Html, html } from './html.js'

interface Wording {
  readonly title: string
  readonly text: string
  readonly mood: 'calm' | 'bad'
  readonly actions: readonly Action[]
}

type Action = 'continue' | 'look-again' | 'pay-again' | 'cart' | 'shop'

const UNTOUCHED = 'You have not been charged, and your cart is as you left it.'

const WORDING: Readonly<Record<UnpaidState, Wording>> = {
  cancelled: {
    title: 'You left the checkout',
    text: UNTOUCHED,
    mood: 'calm',
    actions: ['continue', 'cart'],
  },
  pending: {
    title: 'The payment is not confirmed yet',
    text: 'Scalapay has no confirmation from you so far. If you have just given it, look again in a moment.',
    mood: 'calm',
    actions: ['look-again', 'continue', 'cart'],
  },
  checking: {
    title: 'We are checking your payment',
    text: "Scalapay's answer did not reach us. Please do not pay again: your order is kept, and looking again is safe as often as you like.",
    mood: 'calm',
    actions: ['look-again'],
  },
  declined: {
    title: 'Scalapay declined the payment',
    text: `${UNTOUCHED} The shop is not told the reason. You can try again, perhaps with another card.`,
    mood: 'bad',
    actions: ['pay-again', 'cart'],
  },
  expired: {
    title: 'The checkout has expired',
    text: `A checkout stays open for a limited time only. ${UNTOUCHED}`,
    mood: 'bad',
    actions: ['pay-again', 'cart'],
  },
  voided: {
    title: 'The payment was released',
    text: 'Nothing is charged for this order, and it will not be sent.',
    mood: 'bad',
    actions: ['pay-again', 'shop'],
  },
  changed: {
    title: 'Your cart has changed',
    text: 'It changed after this checkout was opened, so the amount was no longer right. We took no money for it. Please look at your cart and pay once more.',
    mood: 'bad',
    actions: ['cart'],
  },
  busy: {
    title: 'Another payment for this cart is under way',
    text: 'We take no second one before we know how the first one ended. Please look again in a moment.',
    mood: 'calm',
    actions: ['look-again'],
  },
  'paid-elsewhere': {
    title: 'This cart is paid already',
    text: 'You paid it in another window. This second payment was not taken.',
    mood: 'calm',
    actions: ['shop'],
  },
}

function link(action: Action, order: ShopOrder, first: boolean): Html | undefined {
  const look = first ? 'button' : 'button plain'
  switch (action) {
    case 'continue':
      return order.checkout?.checkoutUrl === undefined
        ? undefined
        : html`<a class="${look}" href="${order.checkout.checkoutUrl}">Back to Scalapay</a>`
    case 'look-again':
      return (
        order.checkout &&
        html`<a class="${look}" href="/return?orderToken=${encodeURIComponent(order.checkout.token)}">Look again</a>`
      )
    case 'pay-again':
      return html`<a class="${look}" href="/checkout">Try again</a>`
    case 'cart':
      return html`<a class="${look}" href="/cart">To the cart</a>`
    case 'shop':
      return html`<a class="${look}" href="/">To the shop</a>`
  }
}

export function unpaidTitle(state: UnpaidState): string {
  return WORDING[state].title
}

/** The page of an order that is not paid, or of which that is not known. */
export function unpaidPage(state: UnpaidState, order: ShopOrder): Html {
  const { title, text, mood, actions } = WORDING[state]
  return html`
  <section class="card state ${mood}" data-state="${state}">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p class="quiet">Order ${order.merchantReference}, ${price(order.totals.total)}</p>
    <p class="actions">${actions.map((action, index) => link(action, order, index === 0))}</p>
  </section>`
}
