import { type Line, times } from '../domain/cart.js'
import { price } from './format.js'
import { type Html, html } from './html.js'

export function linesList(lines: readonly Line[]): Html {
  return html`<ul class="brief">${lines.map(
    ({ product, quantity }) => html`
        <li><span>${quantity} × ${product.name}</span><span>${price(times(product.price, quantity))}</span></li>`,
  )}
      </ul>`
}
