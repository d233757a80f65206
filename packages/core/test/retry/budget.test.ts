import { describe, expect, it } from 'vitest'
import { createRetryBudget, type RetryBudget } from '../../src/retry/budget.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { json, startScript, text } from '../support/scripted-server.js'

/** Takes retries until none is left, and counts them. */
function drain(budget: RetryBudget): number {
  let taken = 0
  while (taken < 1_000 && budget.take()) taken += 1
  return taken
}

describe('the retry budget', () => {
  it('has twenty retries at the start, and no more', () => {
    expect(drain(createRetryBudget(manualClock().monotonic))).toBe(20)
  })

  it('gives one back for five successes', () => {
    const budget = createRetryBudget(() => 0)
    drain(budget)
    for (let success = 1; success <= 4; success += 1) budget.reward()
    expect(budget.take()).toBe(false)
    budget.reward()
    expect(drain(budget)).toBe(1)
  })

  it.each([
    [1_999, 0],
    [2_000, 1],
    [10_000, 5],
    [3_600_000, 20],
  ])('after %i quiet milliseconds has %i again', (quietMs, retries) => {
    const clock = manualClock()
    const budget = createRetryBudget(clock.monotonic)
    drain(budget)
    clock.advance(quietMs)
    expect(drain(budget)).toBe(retries)
  })

  it('never holds more than twenty, however many calls succeed', () => {
    const budget = createRetryBudget(() => 0)
    for (let success = 0; success < 1_000; success += 1) budget.reward()
    expect(drain(budget)).toBe(20)
  })

  it('survives a clock that is set back', () => {
    const times = [10_000, 5_000, 5_000]
    const budget = createRetryBudget(() => times.shift() ?? 5_000)
    expect(drain(budget)).toBe(20)
  })
})

describe('an outage', () => {
  it('costs 50 parallel checkouts their 50 requests and the twenty of the budget', async () => {
    const server = await startScript(text(503, ''))
    const clock = manualClock()
    const { orders } = clientFor(server.url, {}, { ...clock, schedule: immediately })
    const failures = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        failureOf(orders.create(sampleOrder({ merchantReference: `order-${index}` }))),
      ),
    )
    expect(failures.map(({ name }) => name)).toEqual(new Array(50).fill('ScalapayServerError'))
    expect(server.seen).toHaveLength(70)
  })

  it('is over for the first call after it, and retries come back with time', async () => {
    const answer = json(200, { token: 'T', checkoutUrl: 'https://checkout.test/T' })
    const outage = new Array(21).fill(text(503, ''))
    const server = await startScript(...outage, answer, text(503, ''), answer)
    const clock = manualClock()
    const { orders } = clientFor(server.url, {}, { ...clock, schedule: immediately })
    for (let call = 0; server.seen.length < 21; call += 1) {
      await failureOf(orders.create(sampleOrder({ merchantReference: `order-${call}` })))
    }
    await orders.create(sampleOrder({ merchantReference: 'after the outage' }))
    clock.advance(2_000)
    await orders.create(sampleOrder({ merchantReference: 'with a retry' }))
    expect(server.seen).toHaveLength(24)
  })
})

/** Waits between attempts take no time; the limits of attempts never fire. */
function immediately(callback: () => void, delayMs: number): () => void {
  if (delayMs < 5_000) queueMicrotask(callback)
  return () => undefined
}
