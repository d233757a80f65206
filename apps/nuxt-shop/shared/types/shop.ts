/** An amount, as the API has it: major units, two decimals. */
export interface Price {
  readonly amount: string
  readonly currency: string
}

/** What a cart or an order costs, and of what that is made up. */
export interface PriceTotals {
  readonly goods: Price
  readonly discounts: readonly { readonly displayName: string; readonly amount: Price }[]
  readonly shipping: Price
  readonly includedTax: Price
  readonly total: Price
}

/** A line of a cart or an order. */
export interface LineView {
  readonly sku: string
  readonly name: string
  readonly quantity: number
  readonly each: Price
  readonly total: Price
  /** A drawing, as SVG. */
  readonly picture: string
}

/** A refund, and how far it is. */
export interface RefundView {
  readonly reference: string
  readonly amount: Price
  readonly status: 'sending' | 'unknown' | 'done'
}
