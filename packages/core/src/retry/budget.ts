const CAPACITY = 20
const PER_SUCCESS = 0.2
const PER_SECOND = 0.5

/** Limits the retries of all calls of one client together, so that an outage is not made worse. */
export interface RetryBudget {
  /** Takes one retry; false when none is left. */
  take: () => boolean
  /** A call that succeeded earns a part of a retry. */
  reward: () => void
}

/**
 * A token bucket: twenty retries at once, then one for every five successes, and one every two seconds so that a quiet
 * client recovers too.
 *
 * @param now epoch or monotonic milliseconds
 */
export function createRetryBudget(now: () => number): RetryBudget {
  let tokens = CAPACITY
  let refilledAt = now()
  const add = (amount: number) => {
    tokens = Math.min(CAPACITY, tokens + amount)
  }
  return {
    take: () => {
      const at = now()
      add(Math.max(0, ((at - refilledAt) / 1000) * PER_SECOND))
      refilledAt = at
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    reward: () => add(PER_SUCCESS),
  }
}
