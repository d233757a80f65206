import { onAbort } from './on-abort.js'

/** Time, handed in so that tests need not wait. */
export interface Clock {
  /** Epoch milliseconds. */
  now: () => number
  /** Milliseconds from an arbitrary point, never set back: for durations. */
  monotonic: () => number
  /** Calls back once after that many milliseconds; the result cancels it. */
  schedule: (callback: () => void, delayMs: number) => () => void
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Waits, or stops waiting when the signal fires. Never rejects. */
export function sleep(
  clock: Clock,
  delayMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve()
    const finish = () => {
      cancel()
      release?.()
      resolve()
    }
    const cancel = clock.schedule(finish, delayMs)
    const release = signal && onAbort(signal, finish)
  })
}
