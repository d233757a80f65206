import { ScalapayRequestError } from '../errors/api.js'
import type { Operation } from '../generated/operations.js'
import {
  findNumberProblem,
  findUnknownOptions,
  MAX_TIMER_MS,
  MOST_ATTEMPTS,
} from '../option-checks.js'
import type { RequestOptions } from '../options.js'
import { isReserved } from './headers.js'

const KNOWN: Readonly<Record<keyof RequestOptions, true>> = {
  signal: true,
  timeoutMs: true,
  deadlineMs: true,
  maxAttempts: true,
  idempotencyKey: true,
  headers: true,
  apiKey: true,
}

/**
 * Checks the last argument of a method, and what goes into its URL, before anything is sent.
 *
 * @throws ScalapayRequestError naming every problem
 */
export function checkRequest(
  operation: string,
  route: Operation,
  { path, query }: { path?: object | undefined; query?: object | undefined },
  options: RequestOptions,
): void {
  const problems = findUnknownOptions(options, KNOWN)
  const note = (problem: string | undefined) => {
    if (problem !== undefined) problems.push(problem)
  }
  for (const [parameter, value] of Object.entries(path ?? {})) {
    note(findPathProblem(parameter, value))
  }
  for (const [parameter, value] of Object.entries(query ?? {})) {
    note(findTextProblem(parameter, value))
  }
  note(findSignalProblem(options.signal))
  note(findLimitProblem('timeoutMs', options.timeoutMs, MAX_TIMER_MS))
  note(findLimitProblem('deadlineMs', options.deadlineMs, MAX_TIMER_MS))
  note(findLimitProblem('maxAttempts', options.maxAttempts, MOST_ATTEMPTS))
  note(findKeyProblem(route, options.idempotencyKey))
  if (options.headers !== undefined) {
    for (const [header, value] of Object.entries(options.headers)) {
      note(findHeaderProblem(header, value))
    }
  }
  if (problems.length === 0) return
  throw new ScalapayRequestError(`${operation}: ${problems.join(' ')}`, {
    operation,
    outcome: 'not-sent',
    hint: 'Fix the argument; nothing was sent.',
  })
}

function findPathProblem(parameter: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '')
    return `${parameter} must be a string that is not empty.`
  // The path of another operation stands where the token would.
  if (value === 'references') return `${parameter} must be the token of an order.`
  // Encoding leaves dots alone, and the URL parser would take these as steps in the path.
  if (/^\.{1,2}$/.test(value)) return `${parameter} must not be a step in a path.`
  return findTextProblem(parameter, value)
}

/** Half of a surrogate pair cannot be encoded. */
function findTextProblem(parameter: string, value: unknown): string | undefined {
  const isBroken = typeof value === 'string' && /\p{Surrogate}/u.test(value)
  return isBroken ? `${parameter} must be well-formed text.` : undefined
}

/** By what it has, because a signal may come from another realm. */
function findSignalProblem(signal: unknown): string | undefined {
  if (signal === undefined) return undefined
  const isSignal =
    typeof signal === 'object' &&
    signal !== null &&
    'aborted' in signal &&
    'addEventListener' in signal
  return isSignal ? undefined : 'signal must be an AbortSignal.'
}

function findLimitProblem(option: string, value: unknown, most: number): string | undefined {
  const problem = value === undefined ? undefined : findNumberProblem(value, most)
  return problem === undefined ? undefined : `${option} ${problem}`
}

function findKeyProblem(route: Operation, key: unknown): string | undefined {
  if (key === undefined) return undefined
  if (!route.idempotent) return 'Scalapay takes no idempotencyKey for this operation: leave it out.'
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return undefined
  return 'idempotencyKey must be 1 to 255 visible ASCII characters.'
}

function findHeaderProblem(header: string, value: unknown): string | undefined {
  if (isReserved(header)) {
    return `headers cannot set ${header}, which the client sets itself. There are options for the key, the idempotency key and the name of your application.`
  }
  const isFine =
    /^[\w!#$%&'*+.^`|~-]+$/.test(header) &&
    typeof value === 'string' &&
    /^[\t\x20-\x7e]*$/.test(value)
  return isFine ? undefined : 'headers must have names and values that HTTP allows.'
}
