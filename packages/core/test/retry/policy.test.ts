import { describe, expect, it, vi } from 'vitest'
import {
  ScalapayAbortError,
  ScalapayAuthenticationError,
  ScalapayConflictError,
  ScalapayConnectionError,
  type ScalapayError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
  ScalapayTimeoutError,
} from '../../src/index.js'
import { decide, type FailedAttempt, type RetryRoom } from '../../src/retry/policy.js'

const notSent = new ScalapayConnectionError('refused', { outcome: 'not-sent' })
const lost = new ScalapayConnectionError('reset', { outcome: 'unknown' })
const slow = new ScalapayTimeoutError('slow', { outcome: 'unknown' })
const failed = new ScalapayServerError('503', { outcome: 'unknown', retryable: true })
const redirected = new ScalapayServerError('301', { outcome: 'unknown', retryable: false })
const limited = new ScalapayRateLimitError('429', { outcome: 'rejected', retryAfterMs: 3_000 })
const busy = new ScalapayConflictError('409', { errorCode: 'conflicting_operation_in_progress' })
const otherConflict = new ScalapayConflictError('409', { errorCode: 'already_captured' })
const nothingLeft = { because: 'repeating it is not safe or not useful', retry: false }

function failure(error: ScalapayError, overrides: Partial<FailedAttempt> = {}): FailedAttempt {
  const common = { number: 1, repeatable: true, permanent: false, retryAfterMs: undefined }
  return { ...common, error, ...overrides }
}

function room(overrides: Partial<RetryRoom> = {}): RetryRoom {
  const common = { maxAttempts: 3, remainingMs: 30_000 }
  return { ...common, takeFromBudget: () => true, random: () => 0.5, ...overrides }
}

describe('a failure of a read, or of a write with a key', () => {
  it.each([
    ['a connection that was refused', notSent, 'nothing was sent'],
    ['a lost connection', lost, 'the connection was lost'],
    ['an attempt without an answer in time', slow, 'the attempt took too long'],
    ['an answer of 5xx', failed, 'Scalapay failed'],
    ['a rate limit', limited, 'Scalapay asked to wait'],
    ['another operation in progress', busy, 'another operation on the order is running'],
  ])('is repeated for %s', (_title, error, because) => {
    expect(decide(failure(error), room())).toEqual({ retry: true, afterMs: 250, because })
  })

  it.each([
    ['an answer that the next time would be the same', redirected],
    ['a conflict that waiting does not solve', otherConflict],
    ['refused input', new ScalapayRequestError('400')],
    ['a refused key', new ScalapayAuthenticationError('401')],
    ['an unknown order', new ScalapayOrderNotFoundError('404')],
    ["the caller's abort", new ScalapayAbortError('abort', { outcome: 'unknown' })],
  ])('is final for %s', (_title, error) => {
    expect(decide(failure(error), room())).toEqual(nothingLeft)
  })

  it.each([notSent, lost, slow, failed, limited, busy])(
    'is final when it is permanent: $name',
    (error) => {
      expect(decide(failure(error, { permanent: true }), room())).toEqual(nothingLeft)
    },
  )
})

describe('a failure of a write without a key', () => {
  it('is repeated when nothing was sent', () => {
    const verdict = decide(failure(notSent, { repeatable: false }), room())
    expect(verdict).toEqual({ retry: true, afterMs: 250, because: 'nothing was sent' })
  })

  it.each([lost, slow, failed, limited, busy])('is final once it was sent: $name', (error) => {
    expect(decide(failure(error, { repeatable: false }), room())).toEqual(nothingLeft)
  })
})

describe('the limits', () => {
  it.each([
    [1, 3, true],
    [2, 3, true],
    [3, 3, false],
    [1, 1, false],
  ])('after attempt %i of %i allow another: %s', (number, maxAttempts, retry) => {
    expect(decide(failure(failed, { number }), room({ maxAttempts })).retry).toBe(retry)
  })

  it.each([
    [251, true],
    [250, false],
    [0, false],
    [-1, false],
  ])('with %i ms left allow a wait of 250 ms: %s', (remainingMs, retry) => {
    expect(decide(failure(failed), room({ remainingMs })).retry).toBe(retry)
  })

  it('end the call when the budget is used up', () => {
    expect(decide(failure(failed), room({ takeFromBudget: () => false }))).toEqual({
      retry: false,
      because: 'retry budget used up',
    })
  })

  it.each([
    ['final failures', 'repeating it is not safe or not useful', failure(redirected), {}],
    ['last attempts', 'attempts used up', failure(failed, { number: 3 }), {}],
    [
      'calls without time',
      'no time left before the deadline',
      failure(failed),
      { remainingMs: 10 },
    ],
  ])('take nothing from the budget for %s: %s', (_title, because, attempt, overrides) => {
    const takeFromBudget = vi.fn(() => true)
    const verdict = decide(attempt, room({ ...overrides, takeFromBudget }))
    expect(verdict).toEqual({ retry: false, because })
    expect(takeFromBudget).not.toHaveBeenCalled()
  })
})

describe('the wait', () => {
  it.each([
    [3_000, 3_000],
    [100, 250],
    [undefined, 250],
  ])('with Retry-After of %s ms is %s ms', (retryAfterMs, afterMs) => {
    expect(decide(failure(limited, { retryAfterMs }), room())).toMatchObject({ afterMs })
  })

  it('is not begun when Scalapay asks for more time than there is', () => {
    expect(decide(failure(limited, { retryAfterMs: 60_000 }), room())).toEqual({
      retry: false,
      because: 'no time left before the deadline',
    })
  })
})
