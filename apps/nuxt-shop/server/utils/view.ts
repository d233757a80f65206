import {
  type Line,
  picture,
  refundableAmount,
  refundedAmount,
  type ShopOrder,
  type Totals,
  times,
  unpaidStateOf,
} from 'storefront'

/** What pages show of a line of a cart or an order. */
export function lineView({ product, quantity }: Line): LineView {
  return {
    sku: product.sku,
    name: product.name,
    quantity,
    each: product.price,
    total: times(product.price, quantity),
    picture: picture(product).toString(),
  }
}

/** What pages show of an amount to pay, and of its parts. */
export function totalsView(totals: Totals): PriceTotals {
  return totals
}

/** What the page of an order shows. Nothing of the checkout but the way to go on with it. */
export function orderView(order: ShopOrder, refundReference: string) {
  const left = refundableAmount(order)
  return {
    id: order.id,
    reference: order.merchantReference,
    state: unpaidStateOf(order) ?? ('paid' as const),
    checkoutUrl: order.checkout?.checkoutUrl,
    lookAgain: order.checkout && `/return?orderToken=${encodeURIComponent(order.checkout.token)}`,
    lines: order.lines.map(lineView),
    totals: totalsView(order.totals),
    shopper: order.shopper,
    refunds: order.refunds.map((refund): RefundView => refund),
    refunded: refundedAmount(order) as Price,
    left: isNothing(left) ? undefined : left.amount,
    refundReference,
  }
}

function isNothing({ amount }: Price): boolean {
  return Number(amount) === 0
}
