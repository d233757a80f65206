import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { sleep, systemClock } from '../../src/retry/clock.js'
import { manualClock } from '../support/manual-clock.js'

describe('sleep', () => {
  it('ends when its time has come, and not before', async () => {
    const clock = manualClock()
    const controller = new AbortController()
    let isAwake = false
    const asleep = sleep(clock, 1_000, controller.signal).then(() => {
      isAwake = true
    })
    clock.advance(999)
    await Promise.resolve()
    expect(isAwake).toBe(false)
    clock.advance(1)
    await asleep
    expect(clock.pending()).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  it('ends at once when the signal fires, and leaves no timer behind', async () => {
    const clock = manualClock()
    const controller = new AbortController()
    const asleep = sleep(clock, 1_000, controller.signal)
    expect(clock.pending()).toBe(1)
    controller.abort()
    await asleep
    expect(clock.pending()).toBe(0)
  })

  it('of twenty that share a signal ends with it, which has one listener meanwhile', async () => {
    const clock = manualClock()
    const controller = new AbortController()
    const asleep = Array.from({ length: 20 }, () => sleep(clock, 1_000, controller.signal))
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
    controller.abort()
    await Promise.all(asleep)
    expect(clock.pending()).toBe(0)
  })

  it('does not begin when the signal has fired before', async () => {
    const clock = manualClock()
    await sleep(clock, 1_000, AbortSignal.abort())
    expect(clock.pending()).toBe(0)
  })
})

describe('the clock of the machine', () => {
  it('tells the time and never runs backwards', () => {
    const before = systemClock.monotonic()
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(5_000)
    expect(systemClock.monotonic()).toBeGreaterThanOrEqual(before)
  })

  it('calls back, unless it is told not to', async () => {
    const cancelled = new Promise<string>((resolve) => {
      systemClock.schedule(() => resolve('cancelled'), 0)()
    })
    const kept = new Promise<string>((resolve) => {
      systemClock.schedule(() => resolve('kept'), 1)
    })
    expect(await Promise.race([cancelled, kept])).toBe('kept')
  })
})
