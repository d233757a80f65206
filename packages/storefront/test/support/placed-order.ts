import { linesOf, sampleShopper, totalsOf } from '../../src/index.js'

/** A cart of one T-shirt. */
export const cart: ReadonlyMap<string, number> = new Map([['12341235', 1]])

/** An order of that cart, as a shop has it before any checkout. */
export function placedOrder(id: string, cartId = 'cart') {
  const lines = linesOf(cart)
  return {
    id,
    merchantReference: `ref-${id}`,
    cartId,
    shopper: sampleShopper,
    lines,
    totals: totalsOf(lines),
  }
}
