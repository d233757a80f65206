import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../src/retry/backoff.js'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('backoffMs', () => {
  it.each([
    [1, 499],
    [2, 999],
    [3, 1_999],
    [4, 3_999],
    [5, 4_999],
    [10, 4_999],
  ])('after attempt %i waits at most %i ms', (attempt, most) => {
    expect(backoffMs(attempt, 0.999_999)).toBe(most)
  })

  it('is a whole number of milliseconds from 0 up to 5,000, for every attempt and chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (attempt, random) => {
        const delayMs = backoffMs(attempt, random)
        expect(Number.isInteger(delayMs)).toBe(true)
        expect(delayMs).toBeGreaterThanOrEqual(0)
        expect(delayMs).toBeLessThan(5_000)
      }),
    )
  })

  it('uses the whole range, so that clients which failed together spread out', () => {
    expect([0, 0.25, 0.5, 0.75].map((random) => backoffMs(2, random))).toEqual([0, 250, 500, 750])
  })

  it('never shrinks from one attempt to the next at equal chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (attempt, random) => {
        expect(backoffMs(attempt + 1, random)).toBeGreaterThanOrEqual(backoffMs(attempt, random))
      }),
    )
  })
})
