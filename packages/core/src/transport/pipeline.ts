import type { ScalapayError } from '../errors/base.js'
import type { RetryBudget } from '../retry/budget.js'
import { runWithRetry } from '../retry/run.js'
import { type AttemptTools, attemptOnce, type PreparedCall, type ReadAnswer } from './attempt.js'
import type { Observer } from './observe.js'

/** What a call came to after all its attempts. A refusal has both an error and an answer. */
export interface CallOutcome {
  answer: ReadAnswer | undefined
  error: ScalapayError | undefined
  attempts: number
  /** Milliseconds for all attempts, waits included. */
  durationMs: number
}

/** Carries a prepared call out. */
export type Pipeline = (call: PreparedCall) => Promise<CallOutcome>

/** What the pipeline is made from. */
export interface PipelineParts extends AttemptTools {
  random: () => number
  budget: RetryBudget
  observer: Observer
}

/** Joins attempts, retries and their reports. Each client has one, so that its calls share a retry budget. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { clock, random, budget, observer } = parts
  return async (call) => {
    const { operation } = call
    const startedAt = clock.monotonic()
    const elapsed = () => clock.monotonic() - startedAt
    const { result, attempts } = await runWithRetry((state) => attemptOnce(call, state, parts), {
      clock,
      random,
      budget,
      maxAttempts: call.maxAttempts,
      deadlineMs: call.deadlineMs,
      repeatable: call.repeatable,
      signal: call.signal,
      onFailure: ({ number }, error, verdict) =>
        observer.attempt({ operation, attempt: number, durationMs: elapsed(), error, verdict }),
    })
    const durationMs = elapsed()
    if (!result.ok) {
      // An attempt that ended before its request, such as by the caller's signal, is none.
      const { answer, error } = result
      return { answer, error, attempts: error.attempts, durationMs }
    }
    const { answer } = result
    const { status } = answer.wire
    const requestId = answer.wire.header('x-amzn-requestid')
    observer.attempt({ operation, attempt: attempts, durationMs, status, requestId })
    return { answer, error: undefined, attempts, durationMs }
  }
}
