import { afterEach, expect, it, vi } from 'vitest'
import { createClock } from '../../src/state/clock.js'

afterEach(() => {
  vi.useRealTimers()
})

function manualClock() {
  return createClock({ mode: 'manual', startAt: 1_000, wallClock: () => 0 })
}

it('stands still until it is advanced', async () => {
  const clock = manualClock()
  expect(clock.now()).toBe(1_000)
  await clock.advance(500)
  expect(clock.now()).toBe(1_500)
})

it('runs everything due in the order of time, each at its own time', async () => {
  const clock = manualClock()
  const ran: [string, number][] = []
  const log = (name: string) => () => void ran.push([name, clock.now()])
  clock.schedule(1_300, log('third'))
  clock.schedule(1_100, log('first'))
  clock.schedule(1_100, log('second'))
  clock.schedule(1_301, log('not yet'))
  await clock.advance(300)
  expect(ran).toEqual([
    ['first', 1_100],
    ['second', 1_100],
    ['third', 1_300],
  ])
  expect(clock.now()).toBe(1_300)
})

it('runs what a task schedules, when that is due as well', async () => {
  const clock = manualClock()
  const ran: number[] = []
  clock.schedule(1_100, () => clock.schedule(clock.now() + 50, () => ran.push(clock.now())))
  await clock.advance(200)
  expect(ran).toEqual([1_150])
})

it('goes on after a task that throws', async () => {
  const clock = manualClock()
  const ran: number[] = []
  clock.schedule(1_100, () => {
    throw new Error('broken')
  })
  clock.schedule(1_200, () => ran.push(clock.now()))
  await expect(clock.advance(300)).rejects.toThrow('broken')
  await clock.advance(300)
  expect(ran).toEqual([1_200])
})

it('goes back to the start and forgets its tasks on reset', async () => {
  const clock = manualClock()
  const ran: number[] = []
  clock.schedule(1_100, () => ran.push(1))
  await clock.advance(50)
  clock.reset()
  expect(clock.now()).toBe(1_000)
  await clock.advance(1_000)
  expect(ran).toEqual([])
})

it('follows the machine and can be moved ahead when real', async () => {
  let wall = 5_000
  const clock = createClock({ mode: 'real', startAt: 0, wallClock: () => wall })
  const ran: number[] = []
  clock.schedule(6_500, () => ran.push(clock.now()))
  wall += 1_000
  clock.settle()
  expect([clock.now(), ran]).toEqual([6_000, []])
  await clock.advance(400)
  wall += 200
  clock.settle()
  expect([clock.now(), ran]).toEqual([6_600, [6_500]])
  clock.close()
})

it('runs a due task by a timer of its own when real, however far away', () => {
  vi.useFakeTimers({ now: 0 })
  const clock = createClock({ mode: 'real', startAt: 0, wallClock: Date.now })
  const ran: number[] = []
  const inSixtyDays = 60 * 86_400_000
  clock.schedule(inSixtyDays, () => ran.push(clock.now()))
  vi.advanceTimersByTime(inSixtyDays - 1)
  expect(ran).toEqual([])
  vi.advanceTimersByTime(1)
  expect(ran).toEqual([inSixtyDays])
  expect(vi.getTimerCount()).toBe(0)
})
