import { type OperationId, operations } from '../generated/document.js'
import type { Random } from '../state/random.js'
import { type FaultEffect, FaultError, type FaultName } from './effects.js'
import { parseEffect } from './parse.js'

/** Which requests a fault applies to; what is left out matches everything. */
export interface FaultMatch {
  /** The operationId, such as `capturePayment`. */
  readonly operation?: OperationId
  readonly method?: string
  /** The path without the query; a `*` at the end matches the rest. */
  readonly path?: string
  /** Whose requests, by the place of the merchant's key in `merchantKeys`, from 1; its tills' are its own. */
  readonly merchant?: number
  /** Begin with the n-th matching request, counted from 1. Alone it means that one request. */
  readonly nth?: number
  /** How many requests the fault is applied to; without it and without `nth`, all. */
  readonly times?: number
  /** Between 0 and 1, drawn from the seed: the n-th match of a rule has the same luck every time, whatever else is on. */
  readonly probability?: number
}

/** A fault rule as it is given. */
export interface FaultRule {
  readonly match?: FaultMatch
  readonly effect: FaultName | FaultEffect
}

/** A fault rule as it stands. */
export interface ActiveFault {
  readonly id: string
  readonly match: FaultMatch
  readonly effect: FaultEffect
  /** How many requests matched so far, and how many of them got the fault. */
  readonly seen: number
  readonly applied: number
}

/** What a rule is asked about. */
export interface FaultSubject {
  readonly operation: OperationId | undefined
  readonly method: string
  readonly path: string
  /** The place of the caller's merchant; absent when nobody is authorised. */
  readonly merchant: number | undefined
}

/** A fault that applies to one request, and the rule or header that it came from. */
export interface AppliedFault {
  readonly source: string
  readonly effect: FaultEffect
}

/** The fault rules; the first one that applies wins. */
export interface FaultRules {
  readonly add: (rule: unknown) => ActiveFault
  readonly list: () => ActiveFault[]
  /** Whether there was such a rule. */
  readonly remove: (id: string) => boolean
  readonly clear: () => void
  readonly choose: (subject: FaultSubject) => AppliedFault | undefined
}

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 1

const MATCHERS: Readonly<
  Record<keyof FaultMatch, { ok: (value: unknown) => boolean; want: string }>
> = {
  operation: {
    ok: (value) => typeof value === 'string' && Object.hasOwn(operations, value),
    want: `one of ${Object.keys(operations).join(', ')}`,
  },
  method: { ok: (value) => typeof value === 'string', want: 'an HTTP method' },
  path: {
    ok: (value) => typeof value === 'string',
    want: 'a path, with * at the end for a prefix',
  },
  merchant: { ok: isCount, want: 'the place of a merchant key, from 1' },
  nth: { ok: isCount, want: 'a whole number from 1' },
  times: { ok: isCount, want: 'a whole number from 1' },
  probability: {
    ok: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    want: 'a number between 0 and 1',
  },
}

function requireMatch(match: unknown): asserts match is FaultMatch {
  if (typeof match !== 'object' || match === null || Array.isArray(match)) {
    throw new FaultError('match must be an object such as {"operation":"capturePayment"}')
  }
  for (const [name, value] of Object.entries(match)) {
    if (!Object.hasOwn(MATCHERS, name)) {
      throw new FaultError(`Unknown match "${name}"; use ${Object.keys(MATCHERS).join(', ')}`)
    }
    const matcher = MATCHERS[name as keyof FaultMatch]
    if (!matcher.ok(value)) throw new FaultError(`match.${name} must be ${matcher.want}`)
  }
}

/** A place without a key would match nothing, and the fault would never strike. */
function requireMerchant({ merchant = 1 }: FaultMatch, merchants: number): void {
  if (merchant <= merchants) return
  throw new FaultError(
    `match.merchant is ${merchant}, and the number of merchant keys is ${merchants}: give a place from 1 to ${merchants}`,
  )
}

function pathMatches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

function concerns({ match, effect }: ActiveFault, subject: FaultSubject): boolean {
  return (
    (match.operation === undefined || match.operation === subject.operation) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.path === undefined || pathMatches(match.path, subject.path)) &&
    (match.merchant === undefined || match.merchant === subject.merchant) &&
    (effect.captureStatus === undefined || subject.operation === 'capturePayment')
  )
}

function applies({ match, seen, applied }: ActiveFault, luck: number): boolean {
  if (seen < (match.nth ?? 1)) return false
  const times = match.times ?? (match.nth === undefined ? Number.POSITIVE_INFINITY : 1)
  return applied < times && luck < (match.probability ?? 1)
}

/** What fault rules are made with. */
export interface FaultTools {
  /** The dice of the rule with this id. */
  readonly diceOf: (id: string) => Random
  /** How many merchant keys there are. */
  readonly merchants: number
  /** Called when rules come and go. */
  readonly onChange: () => void
}

/** Creates an empty set of rules, each with dice of its own: other rules must not change which requests it strikes. */
export function createFaultRules({ diceOf, merchants, onChange }: FaultTools): FaultRules {
  const dice = new Map<string, Random>()
  let rules: ActiveFault[] = []
  let count = 0
  return {
    add(rule) {
      if (typeof rule !== 'object' || rule === null || !('effect' in rule)) {
        throw new FaultError('A fault is { "match": { … }, "effect": … }; effect is missing')
      }
      const stranger = Object.keys(rule).find((name) => name !== 'match' && name !== 'effect')
      // A condition beside `match` instead of in it would let the fault strike everything.
      if (stranger !== undefined) {
        throw new FaultError(`Unknown field "${stranger}"; conditions go into match`)
      }
      const match: unknown = 'match' in rule && rule.match !== undefined ? rule.match : {}
      requireMatch(match)
      requireMerchant(match, merchants)
      count += 1
      const id = `fault-${count}`
      dice.set(id, diceOf(id))
      const fault = {
        id,
        match,
        effect: parseEffect(rule.effect),
        seen: 0,
        applied: 0,
      }
      rules.push(fault)
      onChange()
      return fault
    },
    list: () => [...rules],
    remove(id) {
      dice.delete(id)
      const left = rules.filter((rule) => rule.id !== id)
      const isRemoved = left.length < rules.length
      rules = left
      onChange()
      return isRemoved
    },
    clear() {
      rules = []
      dice.clear()
      onChange()
    },
    choose(subject) {
      let chosen: AppliedFault | undefined
      rules = rules.map((rule) => {
        if (!concerns(rule, subject)) return rule
        const seen = { ...rule, seen: rule.seen + 1 }
        // Thrown for every match, also where an earlier rule has won.
        const luck = dice.get(rule.id)?.() ?? 0
        if (chosen !== undefined || !applies(seen, luck)) return seen
        chosen = { source: rule.id, effect: rule.effect }
        return { ...seen, applied: rule.applied + 1 }
      })
      return chosen
    },
  }
}
