import { totalsOf } from '../domain/cart.js'
import type { Product } from '../domain/catalogue.js'
import { instalments, price } from './format.js'
import { type Html, html } from './html.js'
import { picture } from './pictures.js'

function card(product: Product): Html {
  const { total } = totalsOf([{ product, quantity: 1 }])
  return html`
    <li class="card product" id="${product.sku}">
      <div class="plate">${picture(product)}</div>
      <h2>${product.name}</h2>
      <p class="quiet">${product.description}</p>
      <p class="price">${price(product.price)}${product.offer !== undefined && html` <span class="tag good">${product.offer.displayName}</span>`}</p>
      <p class="quiet small">Pay in 3 with delivery: ${instalments(total)}. No interest.</p>
      <form method="post" action="/cart/items">
        <input type="hidden" name="sku" value="${product.sku}">
        <button class="button" type="submit">Add to cart<span class="unseen"> ${product.name}</span></button>
      </form>
    </li>`
}

export function productsPage(products: readonly Product[]): Html {
  return html`
  <h1>Two good things to wear</h1>
  <p class="lead">Pay the whole price later, in three parts, with Scalapay.</p>
  <ul class="products">${products.map(card)}
  </ul>`
}
