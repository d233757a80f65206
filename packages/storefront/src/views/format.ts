import { type Money, previewInstalments } from '@scalapay-kit/core'

/** An amount as shoppers read it: `€190.00`. */
export function price(money: Money): string {
  return money.currency === 'EUR' ? `€${money.amount}` : `${money.amount} ${money.currency}`
}

/** The three payments of pay-in-3, which add up to the total to the cent. */
export function instalments(total: Money): string {
  const [first, second, third] = previewInstalments(total, 3).map(price)
  return `${first} today, then ${second} and ${third}`
}
