import { ScalapayRequestError } from '../errors/api.js'
import { centsToMoney, isNormalAmount, type Money, toCents } from '../money.js'
import { isDate } from './is-date.js'

/** Deeper than any order, and shallow enough that hostile nesting cannot exhaust the stack. */
export const MAX_DEPTH = 32

/**
 * A copy of the caller's input as it goes out: amounts with two decimals, and without empty values, since Scalapay
 * refuses empty strings (`any.empty`, observed) and its own PHP SDK drops them too. The names of every object are in order,
 * so that equal inputs are the same text, from which idempotency keys are derived.
 *
 * @throws ScalapayRequestError when an amount is not one; nothing is sent
 */
export function toWireBody(input: object, operation: string): Record<string, unknown> {
  try {
    return (copyOutgoing(input, 0, 'documented') ?? {}) as Record<string, unknown>
  } catch (error) {
    throw error instanceof Misfit ? refusal(error, operation) : error
  }
}

/** What is in `extensions` may be more than is documented, and numbers for money. */
type Part = 'documented' | 'extensions'

function copyOutgoing(value: unknown, depth: number, part: Part): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value !== 'object') return requirePlain(value)
  if (depth > MAX_DEPTH) throw new Misfit('depth', '')
  if (Array.isArray(value)) return copyList(value, depth, part)
  if (isDate(value)) return requireMoment(value)
  return isMoneyLike(value) ? copyMoney(value, depth, part) : copyObject(value, depth, part)
}

function copyMoney(value: MoneyLike, depth: number, part: Part): object {
  const money = exactMoney(value)
  const hasMore = Object.keys(value).some((name) => name !== 'amount' && name !== 'currency')
  return hasMore ? copyObject({ ...value, ...money }, depth, part) : money
}

function copyList(list: readonly unknown[], depth: number, part: Part): unknown[] {
  return list.map((entry, index) => {
    try {
      return copyOutgoing(entry, depth + 1, part) ?? null
    } catch (error) {
      throw within(index, error)
    }
  })
}

function copyObject(value: object, depth: number, part: Part): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const name of inOrder(Object.keys(value))) {
    try {
      const entry = value[name as keyof typeof value]
      const kept = copyOutgoing(entry, depth + 1, name === 'extensions' ? name : part)
      if (kept === undefined) continue
      if (
        typeof kept !== 'object' &&
        AMOUNTS.has(name) &&
        part === 'documented' &&
        !isMoneyLike(value)
      ) {
        throw notMoney(kept, value)
      }
      setOwn(copy, name, kept)
    } catch (error) {
      throw within(name, error)
    }
  }
  return copy
}

/** Where a request has money (source: Scalapay's specification), in which a bare number or text would be refused. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'captureAmount',
  'price',
  'refundAmount',
  'shippingAmount',
  'taxAmount',
  'totalAmount',
])

function notMoney(value: unknown, within: object): Misfit {
  const isHalf = 'amount' in within && Object.keys(within).length === 1
  if (isHalf && typeof value === 'string') return new Misfit('money', NO_CURRENCY)
  return new Misfit('money', `An amount of money is an object, not of type ${typeof value}.`)
}

/** Below this, `sort()` takes several times as long, and more than all the rest of a copy. */
const FEW_NAMES = 32

function inOrder(names: string[]): string[] {
  if (names.length > FEW_NAMES) return names.sort()
  for (let place = 1; place < names.length; place += 1) {
    const name = names[place] as string
    let before = place - 1
    for (; before >= 0 && (names[before] as string) > name; before -= 1) {
      names[before + 1] = names[before] as string
    }
    names[before + 1] = name
  }
  return names
}

/** Plain assignment would take this one name for the prototype, and leave it out of the body and of its key. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value
  else Object.defineProperty(target, name, { value, enumerable: true })
}

/** JSON has no word for the rest: it would go out as `null`, or stop the program. */
function requirePlain(value: unknown): unknown {
  const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  if (isPlain) return value
  throw new Misfit('json', `${String(value)} cannot be sent as JSON`)
}

function requireMoment(date: Date): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  throw new Misfit('json', 'the date is not a valid one')
}

function exactMoney({ amount, currency }: MoneyLike): Money {
  if (typeof currency !== 'string' || currency === '') throw badAmount(NO_CURRENCY)
  if (isNormalAmount(amount)) return { amount, currency }
  const cents = centsOf(amount, currency)
  // What a service makes of a refund of less than nothing is not a thing to find out.
  if (cents < 0) throw badAmount('An amount in a request cannot be negative.')
  return centsToMoney(cents, currency)
}

function centsOf(amount: unknown, currency: string): number {
  try {
    return toCents({ amount: amount as string, currency })
  } catch (error) {
    throw badAmount(error instanceof Error ? error.message : String(error))
  }
}

function badAmount(what: string): Misfit {
  return new Misfit('money', what, ['amount'])
}

/** A value that cannot be sent. It learns its path on the way up, so that inputs without one pay nothing for paths. */
class Misfit extends Error {
  constructor(
    readonly type: 'json' | 'money' | 'depth',
    readonly what: string,
    readonly path: (string | number)[] = [],
  ) {
    super(what)
  }
}

function within(name: string | number, error: unknown): unknown {
  if (error instanceof Misfit) error.path.unshift(name)
  return error
}

function refusal({ type, what, path }: Misfit, operation: string): ScalapayRequestError {
  if (type === 'depth') {
    const message = `${operation}: the input is nested too deeply, or contains itself.`
    return new ScalapayRequestError(message, { operation, outcome: 'not-sent' })
  }
  const isMoney = type === 'money'
  const message = `${operation}: ${path.join('.')}: ${what}${isMoney ? '' : '.'}`
  return new ScalapayRequestError(message, {
    operation,
    outcome: 'not-sent',
    validationErrors: [{ path, messages: [what], types: [type] }],
    hint: isMoney ? "Give amounts as eur('190.00') or eur.cents(19000)." : undefined,
  })
}

const NO_CURRENCY = 'The currency is missing.'

/** What stands where money does. */
export interface MoneyLike {
  amount: unknown
  currency: unknown
}

export function isMoneyLike(value: object): value is MoneyLike {
  return 'amount' in value && 'currency' in value
}
