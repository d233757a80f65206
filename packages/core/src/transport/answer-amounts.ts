import { normalizeAmount } from '../money.js'
import { isMoneyLike, MAX_DEPTH } from './wire-body.js'

/** Gives every amount in an answer two decimals and a dot. Changes the value in place: it was parsed for this call alone. */
export function normalizeMoney(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  if (isMoneyLike(value)) value.amount = normalizeAmount(value.amount) ?? value.amount
  for (const entry of Object.values(value)) normalizeMoney(entry, depth + 1)
}
