import type { Clock } from '../retry/clock.js'
import { onAbort } from '../retry/on-abort.js'
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

/** Joins the attempt's timeout, the call's deadline and the caller's signal into one cancellation, with one timer. */
export class AttemptScope {
  readonly cancellation = new Cancellation()
  readonly #cancelTimer: () => void
  readonly #release: (() => void) | undefined
  #endedBy: EndedBy | undefined

  constructor(clock: Clock, { timeoutMs, remainingMs, signal }: AttemptLimits) {
    const timerEnds = remainingMs <= timeoutMs ? 'deadline' : 'timeout'
    const delayMs = Math.max(0, Math.min(timeoutMs, remainingMs))
    // Before the timer, which would be left behind if the caller's signal were none.
    this.#release = signal && onAbort(signal, () => this.#end('caller'))
    this.#cancelTimer = clock.schedule(() => this.#end(timerEnds), delayMs)
  }

  /** Which limit fired first; `undefined` while none has. */
  get endedBy(): EndedBy | undefined {
    return this.#endedBy
  }

  /** Releases the timer and the caller's signal. */
  close(): void {
    this.#cancelTimer()
    this.#release?.()
  }

  #end(by: EndedBy): void {
    this.#endedBy ??= by
    this.cancellation.cancel()
  }
}

/** Ends the wait with the signal's reason when the signal fires first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, () => reject(signal.reason))
    promise.then(resolve, reject).finally(release)
  })
}
