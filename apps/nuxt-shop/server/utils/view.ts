import type { Money } from '@scalapay-kit/core'
import {
  instalments,
  type Line,
  picture,
  price,
  refundableAmount,
  refundedAmount,
  type ShopOrder,
  times,
  totalsOf,
  unpaidStateOf,
} from 'storefront'

/** What pages show of a line of a cart or an order. */
export function lineView({ product, quantity }: Line) {
  return {
    sku: product.sku,
    name: product.name,
    quantity,
    each: price(product.price),
    total: price(times(product.price, quantity)),
    picture: picture(product).toString(),
  }
}

/** What pages show of an amount to pay, and of its parts. */
export function totalsView({ goods, discounts, shipping, includedTax, total }: ReturnType<typeof totalsOf>) {
  return {
    goods: price(goods),
    discounts: discounts.map(({ displayName, amount }) => ({ name: displayName, amount: price(amount) })),
    shipping: price(shipping),
    includedTax: price(includedTax),
    total: price(total),
    /** For the widget. */
    amount: total.amount,
    instalments: instalments(total),
  }
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
    refunds: order.refunds.map(({ reference, amount, status }) => ({
      reference,
      amount: price(amount),
      value: amount.amount,
      status,
    })),
    refunded: price(refundedAmount(order)),
    left: isNothing(left) ? undefined : left.amount,
    refundReference,
  }
}

function isNothing({ amount }: Money): boolean {
  return Number(amount) === 0
}
