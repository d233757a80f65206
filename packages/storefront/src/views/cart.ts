import { type Line, MAX_QUANTITY, times, totalsOf } from '../domain/cart.js'
import { instalments, price } from './format.js'
import { type Html, html } from './html.js'
import { picture } from './pictures.js'
import { totalsTable } from './totals.js'

function row({ product, quantity }: Line): Html {
  const field = `quantity-${product.sku}`
  return html`
      <li class="line">
        <div class="plate small-plate">${picture(product)}</div>
        <div class="what">
          <h2>${product.name}</h2>
          <p class="quiet">${price(product.price)} each</p>
        </div>
        <form class="quantity" method="post" action="/cart/items/${product.sku}">
          <label class="unseen" for="${field}">Quantity of ${product.name}</label>
          <input id="${field}" name="quantity" type="number" min="1" max="${MAX_QUANTITY}" value="${quantity}" required>
          <button class="button plain" type="submit">Update<span class="unseen"> ${product.name}</span></button>
        </form>
        <form method="post" action="/cart/items/${product.sku}">
          <input type="hidden" name="quantity" value="0">
          <button class="button plain" type="submit">Remove<span class="unseen"> ${product.name}</span></button>
        </form>
        <p class="line-total">${price(times(product.price, quantity))}</p>
      </li>`
}

export function cartPage(lines: readonly Line[]): Html {
  if (lines.length === 0) {
    return html`
  <h1>Your cart is empty</h1>
  <p class="lead">There is a T-shirt and a pair of jeans to choose from.</p>
  <p><a class="button" href="/">See the shop</a></p>`
  }
  const totals = totalsOf(lines)
  return html`
  <h1>Your cart</h1>
  <div class="columns">
    <ul class="card lines">${lines.map(row)}
    </ul>
    <section class="card summary" aria-labelledby="sum">
      <h2 id="sum">Total</h2>
      ${totalsTable(totals)}
      <p class="quiet small">Pay in 3: ${instalments(totals.total)}. No interest.</p>
      <a class="button wide" href="/checkout">Pay in 3 with Scalapay</a>
    </section>
  </div>`
}
