import { eur, type Money, subtractMoney, sumMoney, toCents } from '@scalapay-kit/core'
import { findProduct, type Product } from './catalogue.js'

/** How many pieces of an article one order may hold. */
export const MAX_QUANTITY = 10

const NOTHING = eur('0.00')
const SHIPPING = eur('10.00')

/** Article number to number of pieces. */
export type Cart = ReadonlyMap<string, number>

/** One line of a cart or an order. */
export interface Line {
  readonly product: Product
  readonly quantity: number
}

/** What an offer takes off all pieces of one line; above zero. */
export interface Discount {
  readonly displayName: string
  readonly amount: Money
}

/** An amount to pay and its parts: `total` is `goods`, less `discounts`, plus `shipping`. */
export interface Totals {
  readonly goods: Money
  readonly discounts: readonly Discount[]
  readonly shipping: Money
  /** Included in the other figures, not on top of them. */
  readonly includedTax: Money
  readonly total: Money
}

/** The cart with some article set to a number of pieces; none removes it. */
export function withQuantity(cart: Cart, sku: string, quantity: number): Cart {
  const changed = new Map(cart)
  if (quantity > 0) changed.set(sku, Math.min(quantity, MAX_QUANTITY))
  else changed.delete(sku)
  return changed
}

/** What a cart holds. An article that the shop no longer sells is left out. */
export function linesOf(cart: Cart): Line[] {
  return [...cart].flatMap(([sku, quantity]) => {
    const product = findProduct(sku)
    return product === undefined ? [] : [{ product, quantity }]
  })
}

/** Whether both are the same pieces, in whatever order. */
export function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  const pieces = new Map(a.map(({ product, quantity }) => [product.sku, quantity]))
  return (
    a.length === b.length &&
    b.every(({ product, quantity }) => pieces.get(product.sku) === quantity)
  )
}

export function times(amount: Money, quantity: number): Money {
  return eur.cents(toCents(amount) * quantity)
}

/** What the lines cost. An empty cart costs nothing, delivery included. */
export function totalsOf(lines: readonly Line[]): Totals {
  const goods = sumOf(lines.map(({ product, quantity }) => times(product.price, quantity)))
  const discounts = lines.flatMap(({ product: { offer }, quantity }) =>
    offer === undefined ? [] : [{ ...offer, amount: times(offer.amount, quantity) }],
  )
  const shipping = lines.length === 0 ? NOTHING : SHIPPING
  return {
    goods,
    discounts,
    shipping,
    includedTax: sumOf(lines.map(({ product, quantity }) => times(product.includedTax, quantity))),
    total: subtractMoney(
      sumMoney([goods, shipping]),
      sumOf(discounts.map((discount) => discount.amount)),
    ),
  }
}

export function piecesIn(cart: Cart): number {
  return [...cart.values()].reduce((sum, quantity) => sum + quantity, 0)
}

function sumOf(amounts: readonly Money[]): Money {
  return sumMoney([NOTHING, ...amounts])
}
