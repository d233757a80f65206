import { validateHeaderName, validateHeaderValue } from 'node:http'
import { ASSUMED_UNAPPROVED_STATUS } from '../state/assumptions.js'
import {
  CANNED_ANSWERS,
  type CannedAnswer,
  DAMAGED_BODIES,
  type FaultEffect,
  FaultError,
} from './effects.js'

const MOMENTS = ['before', 'after'] as const

/** The longest wait a timer can take; also the bound of every duration in a rule. */
const LONGEST_WAIT_MS = 2_147_483_647

type Fields = Readonly<Record<string, unknown>>

function isOneOf<Name extends string>(names: readonly Name[], name: unknown): name is Name {
  return names.some((known) => known === name)
}

function milliseconds(name: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= LONGEST_WAIT_MS) return value
  throw new FaultError(`${name} must be a number of milliseconds between 0 and ${LONGEST_WAIT_MS}`)
}

/** One that Node would refuse to send is refused when the rule is added, not in the middle of an answer. */
function isHeader([name, value]: [string, unknown]): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value as string)
    return typeof value === 'string'
  } catch {
    return false
  }
}

type Reader = (value: string | undefined) => FaultEffect

/** A name that takes nothing after it. */
function plain(name: string, effect: FaultEffect): Reader {
  return (value) => {
    if (value === undefined) return effect
    throw new FaultError(`${name} takes nothing after it`)
  }
}

function cannedReader(answer: CannedAnswer): Reader {
  return (when) => {
    if (when === undefined) return { answer }
    if (isOneOf(MOMENTS, when)) return { answer, when }
    throw new FaultError(`${answer} takes =before or =after, or nothing`)
  }
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['latency', (value) => ({ latencyMs: milliseconds('latency', value && Number(value)) })],
  ['reset-before', plain('reset-before', { reset: 'before' })],
  ['reset-after', plain('reset-after', { reset: 'after' })],
  ...CANNED_ANSWERS.map((name) => [name, cannedReader(name)] as const),
  ...DAMAGED_BODIES.filter((name) => name !== 'drip').map(
    (name) => [name, plain(name, { body: name })] as const,
  ),
  [
    'drip',
    (value) =>
      value === undefined
        ? { body: 'drip' }
        : { body: 'drip', intervalMs: milliseconds('drip', Number(value)) },
  ],
  ['capture-status', (value) => ({ captureStatus: value || ASSUMED_UNAPPROVED_STATUS })],
  ['lose', plain('lose', { lose: true })],
])

/** Reads a fault by its name: `error-500`, `error-500=after`, `latency=250`, `capture-status=PENDING`. */
export function parseFaultName(text: string): FaultEffect {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? []
  const read = READERS.get(name)
  if (read !== undefined) return read(value)
  const names = [...READERS.keys()].join(', ')
  throw new FaultError(`Unknown fault "${text}"; use one of ${names}, such as latency=250`)
}

const KEYS: Readonly<Record<keyof FaultEffect, (value: unknown) => boolean>> = {
  latencyMs: (value) => milliseconds('latencyMs', value) >= 0,
  reset: (value) => isOneOf(MOMENTS, value),
  answer: (value) => isOneOf(CANNED_ANSWERS, value),
  when: (value) => isOneOf(MOMENTS, value),
  headers: (value) =>
    typeof value === 'object' && value !== null && Object.entries(value).every(isHeader),
  body: (value) => isOneOf(DAMAGED_BODIES, value),
  intervalMs: (value) => milliseconds('intervalMs', value) >= 0,
  captureStatus: (value) => typeof value === 'string' && value !== '',
  lose: (value) => value === true,
}

const EXCLUSIVE = ['reset', 'answer', 'body', 'captureStatus', 'lose'] as const

function requireEffect(effect: Fields): asserts effect is Fields & FaultEffect {
  for (const [name, value] of Object.entries(effect)) {
    if (!Object.hasOwn(KEYS, name)) {
      throw new FaultError(`Unknown effect "${name}"; use ${Object.keys(KEYS).join(', ')}`)
    }
    if (!KEYS[name as keyof FaultEffect](value)) {
      throw new FaultError(`The effect ${name} does not take ${JSON.stringify(value)}`)
    }
  }
}

/** Reads an effect, given by name or as an object. */
export function parseEffect(effect: unknown): FaultEffect {
  if (typeof effect === 'string') return parseFaultName(effect)
  if (typeof effect !== 'object' || effect === null || Array.isArray(effect)) {
    throw new FaultError(
      'effect must be the name of a fault or an object such as {"latencyMs":250}',
    )
  }
  const fields: Fields = { ...effect }
  requireEffect(fields)
  const given = EXCLUSIVE.filter((name) => fields[name] !== undefined)
  if (given.length > 1)
    throw new FaultError(`${given.join(' and ')} cannot be combined: add two rules`)
  if (given.length === 0 && fields.latencyMs === undefined) {
    throw new FaultError(`effect does nothing; name one of latencyMs, ${EXCLUSIVE.join(', ')}`)
  }
  return fields
}
