import type { Totals } from '../domain/cart.js'
import { price } from './format.js'
import { type Html, html } from './html.js'

export function totalsTable({ goods, discounts, shipping, includedTax, total }: Totals): Html {
  return html`<dl class="totals">
        <div><dt>Goods</dt><dd>${price(goods)}</dd></div>${discounts.map(
          ({ displayName, amount }) => html`
        <div><dt>${displayName}</dt><dd>−${price(amount)}</dd></div>`,
        )}
        <div><dt>Delivery</dt><dd>${price(shipping)}</dd></div>
        <div class="sum"><dt>Total</dt><dd>${price(total)}</dd></div>
        <div class="quiet small"><dt>Tax included</dt><dd>${price(includedTax)}</dd></div>
      </dl>`
}
