import type { UnpaidState } from '../domain/order.js'

/** Where a shopper may go from the page of an order that is not paid. */
export type UnpaidAction = 'continue' | 'look-again' | 'pay-again' | 'cart' | 'shop'

/** What the page of such an order says. */
export interface UnpaidText {
  readonly title: string
  readonly text: string
}

/** How that page looks, and where it leads; the first action is the one to take. */
export interface UnpaidLook {
  readonly mood: 'calm' | 'bad'
  readonly actions: readonly UnpaidAction[]
}

const UNTOUCHED = 'You have not been charged, and your cart is as you left it.'

/** In English; a shop in another language replaces these, and keeps `unpaidLooks`. */
export const unpaidTexts: Readonly<Record<UnpaidState, UnpaidText>> = {
  cancelled: { title: 'You left the checkout', text: UNTOUCHED },
  pending: {
    title: 'The payment is not confirmed yet',
    text: 'Scalapay has no confirmation from you so far. If you have just given it, look again in a moment.',
  },
  checking: {
    title: 'We are checking your payment',
    text: "Scalapay's answer did not reach us. Please do not pay again: your order is kept, and looking again is safe as often as you like.",
  },
  declined: {
    title: 'Scalapay declined the payment',
    text: `${UNTOUCHED} The shop is not told the reason. You can try again, perhaps with another card.`,
  },
  expired: {
    title: 'The checkout has expired',
    text: `A checkout stays open for a limited time only. ${UNTOUCHED}`,
  },
  voided: {
    title: 'The payment was released',
    text: 'Nothing is charged for this order, and it will not be sent.',
  },
  changed: {
    title: 'Your cart has changed',
    text: 'It changed after this checkout was opened, so the amount was no longer right. We took no money for it. Please look at your cart and pay once more.',
  },
  busy: {
    title: 'Another payment for this cart is under way',
    text: 'We take no second one before we know how the first one ended. Please look again in a moment.',
  },
  'paid-elsewhere': {
    title: 'This cart is paid already',
    text: 'You paid it in another window. This second payment was not taken.',
  },
}

/** The same in every language: a page that may yet turn out paid must never offer to pay again. */
export const unpaidLooks: Readonly<Record<UnpaidState, UnpaidLook>> = {
  cancelled: { mood: 'calm', actions: ['continue', 'cart'] },
  pending: { mood: 'calm', actions: ['look-again', 'continue', 'cart'] },
  checking: { mood: 'calm', actions: ['look-again'] },
  declined: { mood: 'bad', actions: ['pay-again', 'cart'] },
  expired: { mood: 'bad', actions: ['pay-again', 'cart'] },
  voided: { mood: 'bad', actions: ['pay-again', 'shop'] },
  changed: { mood: 'bad', actions: ['cart'] },
  busy: { mood: 'calm', actions: ['look-again'] },
  'paid-elsewhere': { mood: 'calm', actions: ['shop'] },
}

/** What stands on the links, in English. */
export const actionTexts: Readonly<Record<UnpaidAction, string>> = {
  continue: 'Back to Scalapay',
  'look-again': 'Look again',
  'pay-again': 'Try again',
  cart: 'To the cart',
  shop: 'To the shop',
}
