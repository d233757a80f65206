import { describe, expect, it, vi } from 'vitest'
import {
  ScalapayAuthenticationError,
  ScalapayConnectionError,
  type ScalapayError,
  ScalapayRateLimitError,
  ScalapayServerError,
} from '../../src/index.js'
import { createRetryBudget } from '../../src/retry/budget.js'
import {
  type AttemptResult,
  type AttemptState,
  type CallLimits,
  type RetriedWork,
  type RetryTools,
  runWithRetry,
} from '../../src/retry/run.js'
import { manualClock } from '../support/manual-clock.js'

const unavailable = new ScalapayServerError('503', { outcome: 'unknown', retryable: true })
const refused = new ScalapayConnectionError('refused', { outcome: 'not-sent' })
const success: AttemptResult<string> = { ok: true, answer: 'done' }

function failure(error: ScalapayError, retryAfterMs?: number): AttemptResult<string> {
  return { ok: false, error, answer: undefined, permanent: false, retryAfterMs }
}

/** Runs a script of results on a clock that jumps to whatever is waited for. */
async function play(
  results: AttemptResult<string>[],
  overrides: Partial<CallLimits & RetryTools> = {},
) {
  const clock = manualClock()
  const states: AttemptState[] = []
  const waits: number[] = []
  const onFailure = vi.fn<RetriedWork<string>['onFailure']>()
  const schedule = (callback: () => void, delayMs: number) => {
    waits.push(delayMs)
    queueMicrotask(() => {
      clock.advance(delayMs)
      callback()
    })
    return () => undefined
  }
  const outcome = await runWithRetry(
    {
      attempt: async (state) => {
        states.push(state)
        return results[states.length - 1] ?? failure(unavailable)
      },
      onFailure,
    },
    { maxAttempts: 3, deadlineMs: 30_000, repeatable: true, signal: undefined, ...overrides },
    {
      clock: { ...clock, schedule },
      random: () => 0.5,
      budget: createRetryBudget(clock.monotonic),
      ...overrides,
    },
  )
  return { ...outcome, states, waits, onFailure }
}

describe('runWithRetry', () => {
  it('makes one attempt when it succeeds', async () => {
    const { result, attempts, waits, onFailure } = await play([success])
    expect({ result, attempts, waits }).toEqual({ result: success, attempts: 1, waits: [] })
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('waits as it was decided, longer each time', async () => {
    const { attempts, waits, result } = await play([])
    expect({ attempts, waits, ok: result.ok }).toEqual({
      attempts: 3,
      waits: [250, 500],
      ok: false,
    })
  })

  it('waits as long as Scalapay asked for', async () => {
    const limited = new ScalapayRateLimitError('429', { outcome: 'rejected' })
    const { waits, attempts } = await play([failure(limited, 7_000), success])
    expect({ waits, attempts }).toEqual({ waits: [7_000], attempts: 2 })
  })

  it('tells each attempt its number and the time that is left', async () => {
    const { states } = await play([failure(refused), failure(refused), success])
    expect(states).toEqual([
      { number: 1, mayHaveExecuted: false, remainingMs: 30_000 },
      { number: 2, mayHaveExecuted: false, remainingMs: 29_750 },
      { number: 3, mayHaveExecuted: false, remainingMs: 29_250 },
    ])
  })

  it('stops before a wait that would pass the deadline', async () => {
    const { attempts, waits, onFailure } = await play([], { deadlineMs: 700 })
    expect({ attempts, waits }).toEqual({ attempts: 2, waits: [250] })
    expect(onFailure.mock.lastCall?.[2]).toEqual({
      retry: false,
      because: 'no time left before the deadline',
    })
  })

  it('reports each failure with what follows from it', async () => {
    const { onFailure } = await play([failure(unavailable), success])
    expect(onFailure.mock.calls).toEqual([
      [
        { number: 1, mayHaveExecuted: false, remainingMs: 30_000 },
        unavailable,
        { retry: true, afterMs: 250, because: 'Scalapay failed' },
      ],
    ])
  })

  it('remembers that an earlier attempt may have been carried out, for good', async () => {
    const { states } = await play([failure(unavailable), failure(refused), success])
    expect(states.map(({ mayHaveExecuted }) => mayHaveExecuted)).toEqual([false, true, true])
  })

  it.each([
    ['nothing was sent', refused, 2],
    ['it was sent', unavailable, 1],
  ])('without a key, when %s, makes %s attempts', async (_title, error, attempts) => {
    const outcome = await play([failure(error), success], { repeatable: false })
    expect(outcome.attempts).toBe(attempts)
  })

  it('never repeats a refusal', async () => {
    const refusal = failure(new ScalapayAuthenticationError('401', { outcome: 'rejected' }))
    const { result, attempts } = await play([refusal, success])
    expect({ result, attempts }).toEqual({ result: refusal, attempts: 1 })
  })

  it('gives a success back to the budget', async () => {
    const budget = { take: () => true, reward: vi.fn() }
    await play([failure(unavailable), success], { budget })
    expect(budget.reward).toHaveBeenCalledOnce()
  })

  it('goes on at once when the signal fires during a wait, so that the attempt can end the call', async () => {
    const clock = manualClock()
    const controller = new AbortController()
    const results = [failure(unavailable), success]
    const work: RetriedWork<string> = {
      attempt: async () => results.shift() ?? success,
      onFailure: () => controller.abort(),
    }
    const { signal } = controller
    const limits: CallLimits = { maxAttempts: 3, deadlineMs: 30_000, repeatable: true, signal }
    const budget = createRetryBudget(clock.monotonic)
    const running = runWithRetry(work, limits, { clock, random: () => 0.5, budget })
    expect(await running).toEqual({ result: success, attempts: 2 })
    expect(clock.pending()).toBe(0)
  })
})
