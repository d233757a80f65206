import { type Money, toCents } from '../money.js'

/** Remembers how much of each order was still open when Scalapay last said so. */
export interface OpenAmounts {
  get: (token: string) => Money | undefined
  set: (token: string, open: Money) => void
}

/** An order is captured in parts over days, so a busy shop has some hundreds at a time. */
const ORDERS_REMEMBERED = 1000

/** Holds the orders that were heard of last, and forgets the others. */
export function createOpenAmounts(most = ORDERS_REMEMBERED): OpenAmounts {
  const amounts = new Map<string, Money>()
  return {
    get: (token) => amounts.get(token),
    set: (token, { amount, currency }) => {
      // A map keeps the order of insertion, so the first one is the one longest unheard of.
      amounts.delete(token)
      amounts.set(token, { amount, currency })
      const [oldest] = amounts.keys()
      if (amounts.size > most && oldest !== undefined) amounts.delete(oldest)
    },
  }
}

/** Whether an amount is certainly more than what is open; what cannot be compared is left to Scalapay. */
export function exceeds(amount: Money, open: Money): boolean {
  try {
    return amount.currency === open.currency && toCents(amount) > toCents(open)
  } catch {
    return false
  }
}
