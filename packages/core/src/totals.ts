import { type Currency, centsToMoney, type Money, splitMoney, toCents } from './money.js'
import type { CreateOrderInput, CreateTravelOrderInput } from './types.js'

/** The instalments of each product that has a fixed number (source: Scalapay's product names). */
export type InstalmentCount = 3 | 4

/**
 * The parts that a shopper pays in, for showing beside a price. They add up to the total to the cent; the first takes the
 * cent that is left over. Scalapay decides the real plan.
 *
 * @param count 3 or 4
 * @throws RangeError when the total is not an amount
 * @example previewInstalments(eur('100.00'), 3) // 33.34, 33.33, 33.33
 */
export function previewInstalments(total: Money, count: InstalmentCount): Money[] {
  return splitMoney(total, new Array<number>(count).fill(1))
}

/** How the parts of an order make its total, or fail to. */
export interface TotalsExplanation {
  /** The sum of price × quantity over the items. */
  items: Money
  /** The sum of the discounts, as a positive amount. */
  discounts: Money
  /** What the order says of shipping: `shippingAmount`, or nothing. */
  shipping: Money
  /** What the order says of tax; whether prices include it is not said, so that both sums are given. */
  tax: Money
  /** What the order says: `totalAmount`. */
  total: Money
  /** The total less items and shipping plus discounts: zero when prices include tax. */
  differenceWithTaxIncluded: Money
  /** The same less tax: zero when tax comes on top. */
  differenceWithTaxAdded: Money
}

/**
 * Adds an order up, to find the cent that is missing. Scalapay does not ask that the parts make the total (its own examples do
 * not), so this judges nothing.
 *
 * @throws TypeError or RangeError when one of the amounts is not one
 */
export function explainTotals(order: CreateOrderInput | CreateTravelOrderInput): TotalsExplanation {
  const { currency } = order.totalAmount
  const cents = (money: Money | undefined) =>
    money === undefined ? 0 : toCents(inCurrency(money, currency))
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
  const items = sum((order.items ?? []).map(({ price, quantity }) => cents(price) * quantity))
  const discounts = sum((order.discounts ?? []).map(({ amount }) => cents(amount)))
  const shipping = cents(order.shippingAmount)
  const tax = cents(order.taxAmount)
  const difference = cents(order.totalAmount) - items - shipping + discounts
  const money = (amount: number) => centsToMoney(amount, currency)
  return {
    items: money(items),
    discounts: money(discounts),
    shipping: money(shipping),
    tax: money(tax),
    total: money(cents(order.totalAmount)),
    differenceWithTaxIncluded: money(difference),
    differenceWithTaxAdded: money(difference - tax),
  }
}

function inCurrency(money: Money, currency: Currency): Money {
  if (money.currency === currency) return money
  throw new RangeError(
    `The order is in ${currency}, but one of its amounts is in ${money.currency}.`,
  )
}
