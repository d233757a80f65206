import { type Line, totalsOf } from '../domain/cart.js'
import type { Shopper } from '../domain/order.js'
import { instalments } from './format.js'
import { type Html, html } from './html.js'
import { linesList } from './lines.js'
import { totalsTable } from './totals.js'

interface Field {
  readonly name: keyof Shopper
  readonly label: string
  readonly autocomplete: string
  readonly type?: 'email' | 'tel'
  readonly half?: boolean
}

const FIELDS: readonly Field[] = [
  { name: 'givenNames', label: 'First name', autocomplete: 'given-name', half: true },
  { name: 'surname', label: 'Last name', autocomplete: 'family-name', half: true },
  { name: 'email', label: 'E-mail', autocomplete: 'email', type: 'email' },
  { name: 'phoneNumber', label: 'Phone, with country code', autocomplete: 'tel', type: 'tel' },
  { name: 'line1', label: 'Street and number', autocomplete: 'address-line1' },
  { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code', half: true },
  { name: 'suburb', label: 'City', autocomplete: 'address-level2', half: true },
]

/** The countries that Scalapay serves (Scalapay docs), without their overseas territories. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  AT: 'Austria',
  BE: 'Belgium',
  FI: 'Finland',
  FR: 'France',
  DE: 'Germany',
  IT: 'Italy',
  NL: 'Netherlands',
  PT: 'Portugal',
  ES: 'Spain',
}

function field({ name, label, autocomplete, type, half }: Field, shopper?: Shopper): Html {
  return html`
        <div class="field${half === true && ' half'}">
          <label for="${name}">${label}</label>
          <input id="${name}" name="${name}" type="${type ?? 'text'}" autocomplete="${autocomplete}" maxlength="100" value="${shopper?.[name] ?? ''}" required>
        </div>`
}

function countryField(selected = 'IT'): Html {
  return html`
        <div class="field">
          <label for="countryCode">Country</label>
          <select id="countryCode" name="countryCode" autocomplete="country" required>${Object.entries(
            COUNTRIES,
          ).map(
            ([code, name]) => html`
            <option value="${code}"${code === selected && html` selected`}>${name}</option>`,
          )}
          </select>
        </div>`
}

/** The problem of a checkout form whose order Scalapay did not take, or for which it did not answer. */
export const CHECKOUT_NOT_OPENED =
  "Scalapay's checkout could not be opened. You have not been charged: check what you entered and try again in a moment."

/** What the checkout page shows, and what its form starts with. */
export interface CheckoutForm {
  readonly lines: readonly Line[]
  /** Stands in the form, so that a double click sends the same order twice, not two orders. */
  readonly merchantReference: string
  readonly shopper?: Shopper
  readonly problem?: string
}

export function checkoutPage({ lines, merchantReference, shopper, problem }: CheckoutForm): Html {
  const totals = totalsOf(lines)
  return html`
  <h1>Where should it go?</h1>
  ${problem !== undefined && html`<p class="note bad" role="alert">${problem}</p>`}
  <form class="columns" method="post" action="/checkout">
    <input type="hidden" name="merchantReference" value="${merchantReference}">
    <div class="card fields">${FIELDS.map((each) => field(each, shopper))}${countryField(shopper?.countryCode)}
    </div>
    <section class="card summary" aria-labelledby="sum">
      <h2 id="sum">Your order</h2>
      ${linesList(lines)}
      ${totalsTable(totals)}
      <p class="quiet small">Pay in 3: ${instalments(totals.total)}. No interest.</p>
      <button class="button wide" type="submit">Pay in 3 with Scalapay</button>
      <p class="quiet small">You confirm the payment on Scalapay's page. We never see your card.</p>
    </section>
  </form>`
}
