import { eur, type Money } from '@scalapay-kit/core'

/** One article of the shop, with what Scalapay asks to know about an item. */
export interface Product {
  readonly sku: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly subcategory: readonly string[]
  readonly brand: string
  readonly gtin: string
  /** One piece, taxes included, before any offer. */
  readonly price: Money
  /** The part of the price that is tax. */
  readonly includedTax: Money
  /** Taken off each piece. */
  readonly offer?: { readonly displayName: string; readonly amount: Money }
  readonly picture: 'shirt' | 'jeans'
}

/** What the shop sells: the articles of Scalapay's documented create-order example. */
export const catalogue: readonly Product[] = [
  {
    sku: '12341234',
    name: 'T-Shirt',
    description: 'Heavy cotton, straight cut, washed once so that it stays its size.',
    category: 'clothes',
    subcategory: ['shirt', 'long-sleeve'],
    brand: 'TopChoice',
    gtin: '123458791330',
    price: eur('30.00'),
    includedTax: eur('0.60'),
    offer: { displayName: '10% Off', amount: eur('3.00') },
    picture: 'shirt',
  },
  {
    sku: '12341235',
    name: 'Jeans',
    description: 'Raw denim, high waist, five pockets. Gets better every year.',
    category: 'clothes',
    subcategory: ['pants', 'jeans'],
    brand: 'TopChoice',
    gtin: '123458722222',
    price: eur('153.00'),
    includedTax: eur('3.10'),
    picture: 'jeans',
  },
]

/** The article with this number, if the shop has it. */
export function findProduct(sku: string): Product | undefined {
  return catalogue.find((product) => product.sku === sku)
}
