import type { Clock } from '../retry/clock.js'
import { Cancellation } from './cancellation.js'

/** What ended an attempt before its answer was complete. */
export type EndedBy = 'timeout' | 'deadline' | 'caller'

/** The time limits of one attempt. */
export interface AttemptLimits {
  /** Milliseconds for one attempt. */
  timeoutMs: number
  /** Milliseconds left for the whole call. */
  remainingMs: number
  /** The caller's signal. */
  signal: AbortSignal | undefined
}

/** What ends one attempt, and which of its limits fired. */
export interface AttemptScope {
  cancellation: Cancellation
  endedBy: () => EndedBy | undefined
  /** Releases the timer and the caller's signal. */
  close: () => void
}

/** Joins the attempt's timeout, the call's deadline and the caller's signal into one cancellation, with one timer. */
export function openAttempt(clock: Clock, limits: AttemptLimits): AttemptScope {
  const cancellation = new Cancellation()
  let endedBy: EndedBy | undefined
  const end = (by: EndedBy) => {
    endedBy ??= by
    cancellation.cancel()
  }
  const isLastChance = limits.remainingMs <= limits.timeoutMs
  const delayMs = Math.max(0, Math.min(limits.timeoutMs, limits.remainingMs))
  const cancelTimer = clock.schedule(() => end(isLastChance ? 'deadline' : 'timeout'), delayMs)
  const onAbort = () => end('caller')
  if (limits.signal?.aborted === true) onAbort()
  limits.signal?.addEventListener('abort', onAbort, { once: true })
  return {
    cancellation,
    endedBy: () => endedBy,
    close: () => {
      cancelTimer()
      limits.signal?.removeEventListener('abort', onAbort)
    },
  }
}

/** Ends the wait with the signal's reason when the signal fires first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
