import { centsToMoney, type Money, toCents } from './money.js'

/**
 * Makes an amount in euro.
 *
 * @param amount major units as a decimal string with at most two decimals: `'190'`, `'190.5'`, `'190.00'`
 * @throws TypeError when `amount` is not a string: a float such as `0.1 + 0.2` is not an amount of money
 * @throws RangeError when the text is not an amount
 * @example eur('190.00') // { amount: '190.00', currency: 'EUR' }
 */
export function eur(amount: string): Money {
  return centsToMoney(toCents({ amount, currency: 'EUR' }), 'EUR')
}

/**
 * Makes an amount in euro from minor units.
 *
 * @param cents whole minor units; negative for fees
 * @throws RangeError when `cents` is not a safe integer
 * @example eur.cents(19000) // { amount: '190.00', currency: 'EUR' }
 */
eur.cents = (cents: number): Money => centsToMoney(cents, 'EUR')
