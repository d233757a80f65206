import type { ScalapayError } from '../errors/base.js'
import { isScalapayError } from '../errors/guards.js'
import type { Clock } from '../retry/clock.js'
import { answerFields, type Observer } from './observe.js'
import type { CallOutcome } from './pipeline.js'

/** What a call is reported with. */
export interface ReportTools {
  observer: Observer
  clock: Clock
}

/** Notes what was sent under one key, and hands it on. */
export type NoteOutcome = (outcome: CallOutcome) => CallOutcome

/**
 * Reports a call once, after all its requests, under however many keys they were sent. One that ends before a request was
 * tried is not reported.
 */
export async function reportOnce<T>(
  operation: string,
  { observer, clock }: ReportTools,
  work: (note: NoteOutcome) => Promise<T>,
): Promise<T> {
  const startedAt = clock.monotonic()
  let attempts = 0
  let last: CallOutcome | undefined
  const note: NoteOutcome = (outcome) => {
    attempts += outcome.attempts
    last = outcome
    return outcome
  }
  const report = (error: ScalapayError | undefined) => {
    if (last === undefined) return
    const { answer } = last
    observer.operation(() => {
      const durationMs = clock.monotonic() - startedAt
      const fields = error === undefined && answer !== undefined ? answerFields(answer) : {}
      return { operation, attempts, durationMs, error, ...fields }
    })
  }
  try {
    const result = await work(note)
    report(last?.error)
    return result
  } catch (error) {
    if (isScalapayError(error)) report(error)
    throw error
  }
}
