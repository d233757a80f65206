import type { Clock } from '../../src/retry/clock.js'

/** A clock that stands still until it is advanced. */
export interface ManualClock extends Clock {
  /** Moves time forward and runs what falls due, in order. */
  advance: (milliseconds: number) => void
  /** How many callbacks wait for their time. */
  pending: () => number
}

interface Timer {
  at: number
  callback: () => void
}

export function manualClock(startsAt = 1_700_000_000_000): ManualClock {
  let now = startsAt
  const timers = new Set<Timer>()
  const nextDue = (until: number) =>
    [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    monotonic: () => now - startsAt,
    schedule: (callback, delayMs) => {
      const timer = { at: now + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (milliseconds) => {
      const until = now + milliseconds
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        timers.delete(timer)
        now = timer.at
        timer.callback()
      }
      now = until
    },
    pending: () => timers.size,
  }
}
