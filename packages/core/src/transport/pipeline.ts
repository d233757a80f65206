import type { ScalapayError } from '../errors/base.js'
import { type RetriedWork, type RetryTools, runWithRetry } from '../retry/run.js'
import { type AttemptTools, attemptOnce, type PreparedCall, type ReadAnswer } from './attempt.js'
import { answerFields, type Observer } from './observe.js'

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
export interface PipelineParts extends AttemptTools, RetryTools {
  observer: Observer
}

/** Joins attempts, retries and their reports. Each client has one, so that its calls share a retry budget. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { clock, observer } = parts
  return async (call) => {
    const { operation } = call
    const startedAt = clock.monotonic()
    const elapsed = () => clock.monotonic() - startedAt
    const work: RetriedWork<ReadAnswer> = {
      attempt: (state) => attemptOnce(call, state, parts),
      onFailure: ({ number: attempt }, error, verdict) =>
        observer.attempt(() => ({ operation, attempt, durationMs: elapsed(), error, verdict })),
    }
    const { result, attempts } = await runWithRetry(work, call, parts)
    const durationMs = elapsed()
    if (!result.ok) {
      // An attempt that ended before its request, such as by the caller's signal, does not count.
      const { answer, error } = result
      return { answer, error, attempts: error.attempts, durationMs }
    }
    const { answer } = result
    observer.attempt(() => ({ operation, attempt: attempts, durationMs, ...answerFields(answer) }))
    return { answer, error: undefined, attempts, durationMs }
  }
}
