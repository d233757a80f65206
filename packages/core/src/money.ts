/** ISO 4217 code. Scalapay works in EUR only; the type stays open for the day it does not. */
export type Currency = 'EUR' | (string & {})

/** An amount of money in major units, always with two decimals: `{ amount: '190.00', currency: 'EUR' }`. */
export interface Money {
  /** Major units, two decimals and a dot: `'190.00'`. */
  amount: string
  /** ISO 4217: `'EUR'`. */
  currency: Currency
}

const DECIMAL = /^(-?)(\d+)(?:[.,](\d+))?$/

/**
 * The minor units of an amount: 19000 for 190.00.
 *
 * @throws TypeError or RangeError when the amount is not a decimal string with at most two decimals
 */
export function toCents(money: Money): number {
  if (typeof money !== 'object' || money === null) {
    throw new TypeError("An amount of money is needed, such as eur('190.00') or eur.cents(19000).")
  }
  return parseExactCents(money.amount)
}

/**
 * Adds amounts of one currency.
 *
 * @throws RangeError when the list is empty or the currencies differ
 */
export function sumMoney(amounts: readonly Money[]): Money {
  const [first] = amounts
  if (first === undefined) throw new RangeError('sumMoney needs at least one amount.')
  let cents = 0
  for (const amount of amounts) {
    requireSameCurrency(first, amount)
    cents += toCents(amount)
  }
  return centsToMoney(cents, first.currency)
}

/**
 * `from` minus `amount`; negative when `amount` is the larger.
 *
 * @throws RangeError when the currencies differ
 */
export function subtractMoney(from: Money, amount: Money): Money {
  requireSameCurrency(from, amount)
  return centsToMoney(toCents(from) - toCents(amount), from.currency)
}

/**
 * Whether two amounts are the same money, however they are written (`'40.7'` and `'40.70'`).
 *
 * @throws TypeError or RangeError when one of them is not an amount
 */
export function equalMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && toCents(a) === toCents(b)
}

/**
 * Splits an amount into parts that add up to it to the cent, by largest remainder; ties go to the earlier part.
 *
 * @param weights relative sizes, not negative, at least one above zero: `[1, 1, 1]` for three equal parts
 * @throws RangeError when the weights cannot be used, or the amount is too large to be split exactly
 * @example splitMoney(eur('100.00'), [1, 1, 1]) // 33.34, 33.33, 33.33
 */
export function splitMoney(total: Money, weights: readonly number[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (!(sum > 0) || !Number.isFinite(sum) || weights.some((weight) => weight < 0)) {
    throw new RangeError(
      'splitMoney needs weights that are not negative and add up to more than 0.',
    )
  }
  const cents = toCents(total)
  const exact = weights.map((weight) => (cents * weight) / sum)
  const parts = exact.map(Math.floor)
  const assigned = parts.reduce((a, b) => a + b, 0)
  const missing = cents - assigned
  // Beyond what floating point can hold, parts would not add up.
  if (!Number.isSafeInteger(assigned) || missing < 0 || missing > parts.length) {
    throw new RangeError('splitMoney: the amount or a weight is too large to be split exactly.')
  }
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => centsToMoney(part, total.currency))
}

/**
 * Writes whole minor units as an amount.
 *
 * @throws RangeError when `cents` is not a safe integer
 */
export function centsToMoney(cents: number, currency: Currency): Money {
  if (!Number.isSafeInteger(cents)) {
    throw new RangeError(`${String(cents)} is not a whole number of cents.`)
  }
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const sign = cents < 0 ? '-' : ''
  return { amount: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency }
}

/** As `centsToMoney` writes it, and exact: at most thirteen digits before the dot. */
const NORMAL = /^(?:0|[1-9]\d{0,12})\.\d\d$/

/** Whether an amount is written as it should be already, as nearly all are: then it need not be read and written again. */
export function isNormalAmount(amount: unknown): amount is string {
  return typeof amount === 'string' && NORMAL.test(amount)
}

/**
 * Reads an amount from an answer, whatever form the wire had: `190`, `40.7`, `"190.00"`, `"190,00"`, `"-1.22"`
 * (all observed). More than two decimals are rounded half away from zero.
 *
 * @returns two decimals and a dot, or `undefined` when it is not an amount
 */
export function normalizeAmount(amount: unknown): string | undefined {
  if (isNormalAmount(amount)) return amount
  const text = typeof amount === 'number' ? decimalText(amount) : amount
  const match = typeof text === 'string' ? DECIMAL.exec(text) : null
  if (match === null) return undefined
  const cents = centsOf(match)
  if (!Number.isSafeInteger(cents)) return undefined
  return centsToMoney(cents, 'EUR').amount
}

function decimalText(amount: number): string {
  const text = String(amount)
  return text.includes('e') ? amount.toFixed(2) : text
}

function parseExactCents(amount: string): number {
  if (typeof amount !== 'string') {
    throw new TypeError(
      `An amount is a decimal string such as '190.00', not ${amount === null ? 'null' : `of type ${typeof amount}`}. From minor units, use eur.cents(19000).`,
    )
  }
  const match = DECIMAL.exec(amount)
  // '1.000' is a thousand to whoever writes it so, and one to whoever parses it: refused rather than guessed.
  if (match === null || (match[3] ?? '').length > 2) {
    throw new RangeError(
      `'${amount.slice(0, 40)}' is not an amount: write major units with at most two decimals, such as '190.00'.`,
    )
  }
  const cents = centsOf(match)
  if (!Number.isSafeInteger(cents)) {
    throw new RangeError(`'${amount.slice(0, 40)}' is too large to be an amount of money.`)
  }
  return cents
}

function centsOf(match: RegExpExecArray): number {
  const [, sign, whole = '0', fraction = ''] = match
  const roundUp = (fraction.charCodeAt(2) || 0) >= '5'.charCodeAt(0) ? 1 : 0
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0')) + roundUp
  return sign === '-' && cents !== 0 ? -cents : cents
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(`Amounts in ${a.currency} and ${b.currency} cannot be combined.`)
  }
}
