import { expect, it } from 'vitest'
import { startDeadline } from '../../src/retry/deadline.js'
import { manualClock } from '../support/manual-clock.js'

it('tells what is left, in whole milliseconds and never less than one', () => {
  const clock = manualClock()
  // The point that a monotonic clock counts from says nothing.
  clock.advance(12_345)
  const remaining = startDeadline(clock, 100)
  expect(remaining()).toBe(100)
  clock.advance(40.5)
  expect(remaining()).toBe(60)
  clock.advance(1000)
  expect(remaining()).toBe(1)
})
