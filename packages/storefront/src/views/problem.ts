import { type Html, html } from './html.js'

/** What is wrong, in the shopper's words, and where to go from there. */
export interface Problem {
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly label: string }
}

const TO_CART = { href: '/cart', label: 'To the cart' }
const TO_SHOP = { href: '/', label: 'To the shop' }

/** What may be wrong on any page. */
export const problems = {
  notFound: {
    title: 'There is nothing here',
    text: 'The address is wrong, or what it led to is gone.',
    link: TO_SHOP,
  },
  unreadableForm: {
    title: 'We could not read that',
    text: 'Something in the form was missing or out of range. Please go back and try again.',
    link: TO_CART,
  },
  failure: {
    title: 'Something went wrong on our side',
    text: 'It is noted and will be looked at. If you have just paid, your order is kept: please do not pay again.',
    link: TO_SHOP,
  },
  unknownPayment: {
    title: 'We do not know this payment',
    text: 'The address is incomplete or belongs to another shop. If you have paid, look for our page in the window where you ordered.',
    link: TO_CART,
  },
} as const satisfies Readonly<Record<string, Problem>>

/** A page that says what happened and what the shopper can do. */
export function problemPage({ title, text, link }: Problem): Html {
  return html`
  <section class="card state bad">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p class="actions"><a class="button" href="${link.href}">${link.label}</a></p>
  </section>`
}
