import type { ScalapayError } from '../errors/base.js'
import type { RetryBudget } from './budget.js'
import { type Clock, sleep } from './clock.js'
import { decide, type Verdict } from './policy.js'

/** What an attempt is told about the ones before it. */
export interface AttemptState {
  /** 1 for the first. */
  number: number
  /** Whether an earlier attempt of this call may have been carried out. */
  mayHaveExecuted: boolean
  /** Milliseconds left until the call's deadline. */
  remainingMs: number
}

/** What an attempt came to. `answer` is there whenever one arrived, also with an error. */
export type AttemptResult<Answer> =
  | { ok: true; answer: Answer }
  | {
      ok: false
      error: ScalapayError
      answer: Answer | undefined
      /** Whether the failure would be the same next time. */
      permanent: boolean
      retryAfterMs: number | undefined
    }

/** The limits of one call. */
export interface CallLimits {
  maxAttempts: number
  /** Milliseconds for all attempts and the waits between them. */
  deadlineMs: number
  repeatable: boolean
  signal: AbortSignal | undefined
}

/** Where the loop gets time and chance from, the same for all calls of a client. */
export interface RetryTools {
  clock: Clock
  random: () => number
  budget: RetryBudget
}

/** One call, as the loop sees it. */
export interface RetriedWork<Answer> {
  attempt: (state: AttemptState) => Promise<AttemptResult<Answer>>
  /** Told about every failed attempt and what follows from it. */
  onFailure: (state: AttemptState, error: ScalapayError, verdict: Verdict) => void
}

/** The last attempt's result, and how many there were. */
export interface RetryOutcome<Answer> {
  result: AttemptResult<Answer>
  attempts: number
}

/** Makes attempts until one succeeds or `decide` says to stop: the only loop that repeats requests. */
export async function runWithRetry<Answer>(
  { attempt, onFailure }: RetriedWork<Answer>,
  { maxAttempts, deadlineMs, repeatable, signal }: CallLimits,
  { clock, random, budget }: RetryTools,
): Promise<RetryOutcome<Answer>> {
  const startedAt = clock.monotonic()
  const remaining = () => deadlineMs - (clock.monotonic() - startedAt)
  let mayHaveExecuted = false
  for (let number = 1; ; number += 1) {
    const state: AttemptState = { number, mayHaveExecuted, remainingMs: remaining() }
    const result = await attempt(state)
    if (result.ok) {
      budget.reward()
      return { result, attempts: number }
    }
    mayHaveExecuted ||= result.error.outcome === 'unknown'
    const verdict = decide(
      { ...result, number, repeatable },
      { maxAttempts, remainingMs: remaining(), takeFromBudget: budget.take, random },
    )
    onFailure(state, result.error, verdict)
    if (!verdict.retry) return { result, attempts: number }
    await sleep(clock, verdict.afterMs, signal)
  }
}
