import { ScalapayRequestError } from '../errors/api.js'
import { centsToMoney, type Money, normalizeAmount, toCents } from '../money.js'
import { isDate } from './is-date.js'

/** Deeper than any order, and shallow enough that hostile nesting cannot exhaust the stack. */
const MAX_DEPTH = 32

/**
 * A copy of the caller's input as it goes out: amounts with two decimals, and without empty values, since Scalapay
 * refuses empty strings (`any.empty`, observed) and its own PHP SDK drops them too.
 *
 * @throws ScalapayRequestError when an amount is not one; nothing is sent
 */
export function toWireBody(input: object, operation: string): Record<string, unknown> {
  const body = copyOutgoing(input, [], operation)
  return (body ?? {}) as Record<string, unknown>
}

function copyOutgoing(value: unknown, path: (string | number)[], operation: string): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value !== 'object') return requirePlain(value, path, operation)
  if (path.length > MAX_DEPTH) throw tooDeep(operation)
  if (Array.isArray(value))
    return value.map((entry, index) => copyOutgoing(entry, [...path, index], operation) ?? null)
  if (isDate(value)) return requireMoment(value, path, operation)
  if (isMoneyLike(value)) return exactMoney(value, path, operation)
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, entry]) => [name, copyOutgoing(entry, [...path, name], operation)] as const)
      .filter(([, kept]) => kept !== undefined),
  )
}

/** JSON has no word for the rest: it would go out as `null`, or stop the program. */
function requirePlain(value: unknown, path: (string | number)[], operation: string): unknown {
  const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  if (isPlain) return value
  throw notJson(`${String(value)} cannot be sent as JSON`, path, operation)
}

function requireMoment(date: Date, path: (string | number)[], operation: string): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  throw notJson('the date is not a valid one', path, operation)
}

function notJson(
  message: string,
  path: (string | number)[],
  operation: string,
): ScalapayRequestError {
  return new ScalapayRequestError(`${operation}: ${path.join('.')}: ${message}.`, {
    operation,
    outcome: 'not-sent',
    validationErrors: [{ path, messages: [message], types: ['json'] }],
  })
}

function tooDeep(operation: string): ScalapayRequestError {
  return new ScalapayRequestError(
    `${operation}: the input is nested too deeply, or contains itself.`,
    {
      operation,
      outcome: 'not-sent',
    },
  )
}

function exactMoney(value: MoneyLike, path: (string | number)[], operation: string): unknown {
  try {
    return { ...value, ...checkedMoney(value) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ScalapayRequestError(`${operation}: ${path.join('.')}.amount: ${message}`, {
      operation,
      outcome: 'not-sent',
      validationErrors: [{ path: [...path, 'amount'], messages: [message], types: ['money'] }],
      hint: "Give amounts as eur('190.00') or eur.cents(19000).",
    })
  }
}

function checkedMoney({ amount, currency }: MoneyLike): Money {
  if (typeof currency !== 'string' || currency === '')
    throw new TypeError('The currency is missing.')
  const cents = toCents({ amount: amount as string, currency })
  // What a service makes of a refund of less than nothing is not a thing to find out.
  if (cents < 0) throw new RangeError('An amount in a request cannot be negative.')
  return centsToMoney(cents, currency)
}

/** Gives every amount in an answer two decimals and a dot. Changes the value in place: it was parsed for this call alone. */
export function normalizeMoney(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  if (isMoneyLike(value)) value.amount = normalizeAmount(value.amount) ?? value.amount
  for (const entry of Object.values(value)) normalizeMoney(entry, depth + 1)
}

interface MoneyLike {
  amount: unknown
  currency: unknown
}

function isMoneyLike(value: object): value is MoneyLike {
  return 'amount' in value && 'currency' in value
}
