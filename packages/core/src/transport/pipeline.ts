import type { ScalapayError } from '../errors/base.js'
import type { Logger } from '../options.js'
import type { RetryBudget } from '../retry/budget.js'
import { runWithRetry } from '../retry/run.js'
import { type AttemptTools, attemptOnce, type PreparedCall, type ReadAnswer } from './attempt.js'
import { type AttemptReport, toLogFields } from './redact.js'

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
  logger: Logger | undefined
}

/** Joins attempts, retries and the log. Each client has one, so that its calls share a retry budget. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { clock, random, budget, logger } = parts
  return async (call) => {
    const startedAt = clock.monotonic()
    const log = (
      level: 'debug' | 'warn',
      report: Omit<AttemptReport, 'operation' | 'durationMs'>,
    ) => {
      if (logger === undefined) return
      const durationMs = clock.monotonic() - startedAt
      const fields = toLogFields({ operation: call.operation, durationMs, ...report })
      try {
        logger[level](fields, 'scalapay request')
      } catch {
        // A log that cannot be written must not turn money that was taken into an error.
      }
    }
    const { result, attempts } = await runWithRetry((state) => attemptOnce(call, state, parts), {
      clock,
      random,
      budget,
      maxAttempts: call.maxAttempts,
      deadlineMs: call.deadlineMs,
      repeatable: call.repeatable,
      signal: call.signal,
      onFailure: (state, error, verdict) => log('warn', { attempt: state.number, error, verdict }),
    })
    const durationMs = clock.monotonic() - startedAt
    if (!result.ok) return { answer: result.answer, error: result.error, attempts, durationMs }
    const { wire } = result.answer
    log('debug', {
      attempt: attempts,
      status: wire.status,
      requestId: wire.header('x-amzn-requestid'),
    })
    return { answer: result.answer, error: undefined, attempts, durationMs }
  }
}
