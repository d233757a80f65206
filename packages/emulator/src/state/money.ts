/** Sent amounts are strings with a dot; the PHP SDK leaves the decimals out (`"104"`). */
const AMOUNT = /^(\d+)(?:\.(\d{1,2}))?$/

/**
 * Reads an amount as it is sent (`"190.00"`, `"104"`, `"40.7"`) into integer cents.
 *
 * @returns undefined for anything else: numbers, signs, commas, more than two decimals.
 */
export function parseCents(amount: unknown): number | undefined {
  if (typeof amount !== 'string') return undefined
  const match = AMOUNT.exec(amount)
  if (match === null) return undefined
  const [, euros = '', decimals = ''] = match
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0'))
}

/** Cents as Scalapay writes most amounts: `19000` becomes `"190.00"`, `-122` becomes `"-1.22"`. */
export function centsToString(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * Splits cents into parts that differ by one cent at most and add up exactly.
 *
 * All remainders are equal here, so "largest remainder first" gives the spare cents to the first parts.
 */
export function splitEvenly(cents: number, parts: number): number[] {
  const share = Math.floor(cents / parts)
  const spare = cents - share * parts
  return Array.from({ length: parts }, (_, index) => (index < spare ? share + 1 : share))
}
