import { expect, it } from 'vitest'
import { linesOf, type ShopOrder, sampleShopper, totalsOf, unpaidPage } from '../../src/index.js'

const lines = linesOf(new Map([['12341235', 1]]))
const order: ShopOrder = {
  id: 'a',
  merchantReference: 'SHOP-222222222222',
  cartId: 'cart',
  shopper: sampleShopper,
  lines,
  totals: totalsOf(lines),
  status: 'open',
  checkout: { token: 'T/1', checkoutUrl: 'https://x.example/T' },
  refunds: [],
}
const RETURN = '/return?orderToken=T%2F1'
const OPENED = 'https://x.example/T'

/** Where the links of a page lead, in their order. */
function linksOf(page: object): string[] {
  return [...String(page).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
}

it.each([
  ['cancelled', [OPENED, '/cart']],
  ['pending', [RETURN, OPENED, '/cart']],
  ['checking', [RETURN]],
  ['declined', ['/checkout', '/cart']],
  ['expired', ['/checkout', '/cart']],
  ['voided', ['/checkout', '/']],
  ['changed', ['/cart']],
  ['busy', [RETURN]],
  ['paid-elsewhere', ['/']],
] as const)('leads from an order that is %s to %j', (state, links) => {
  expect(linksOf(unpaidPage(state, order))).toEqual(links)
})

it('does not lead back to a checkout whose address the shop has never learnt', () => {
  const found = { ...order, checkout: { token: 'T/1' } }
  expect(linksOf(unpaidPage('pending', found))).toEqual([RETURN, '/cart'])
})
