import type { Product } from '../domain/catalogue.js'
import { type Html, html } from './html.js'

const PICTURES: Readonly<Record<Product['picture'], Html>> = {
  shirt: html`<path d="M38 24 20 33 12 52l14 6 4-7v43h40V51l4 7 14-6-8-19-18-9c-2 6-7 9-12 9s-10-3-12-9Z"/><path d="M38 24c2 6 7 9 12 9s10-3 12-9"/>`,
  jeans: html`<path d="M32 16h36l2 14 2 66H55L51 46h-2l-4 50H28l2-66Z"/><path d="M31 24h38M50 24v14M36 24c0 6-3 9-6 10M64 24c0 6 3 9 6 10"/>`,
}

/** A drawing of the article; decoration, because its name stands beside it. */
export function picture(product: Product): Html {
  return html`<svg class="picture" viewBox="0 0 100 108" aria-hidden="true" focusable="false">${PICTURES[product.picture]}</svg>`
}
