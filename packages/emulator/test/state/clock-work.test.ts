import { expect, it } from 'vitest'
import { createClock } from '../../src/state/clock.js'

function manualClock() {
  return createClock({ mode: 'manual', startAt: 1_000, wallClock: () => 0 })
}

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end: () => end() }
}

/** Lets everything run that waits for nothing. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

it('stands still at a task until the work that it began has ended', async () => {
  const clock = manualClock()
  const delivery = work()
  const ran: number[] = []
  clock.schedule(1_100, () => clock.track(delivery.done))
  clock.schedule(1_200, () => ran.push(clock.now()))
  const advance = clock.advance(500)
  await turn()
  expect([clock.now(), ran]).toEqual([1_100, []])
  // What follows from the work is due after it, and before the end of the advance.
  clock.schedule(clock.now() + 50, () => ran.push(clock.now()))
  delivery.end()
  await advance
  expect([clock.now(), ran]).toEqual([1_500, [1_150, 1_200]])
})

it('begins an advance only when the work under way has ended', async () => {
  const clock = manualClock()
  const delivery = work()
  clock.track(delivery.done)
  const advance = clock.advance(500)
  await turn()
  expect(clock.now()).toBe(1_000)
  delivery.end()
  await advance
  expect(clock.now()).toBe(1_500)
})

it('makes one advance after the other', async () => {
  const clock = manualClock()
  const ran: number[] = []
  for (const at of [1_100, 1_300]) clock.schedule(at, () => ran.push(clock.now()))
  await Promise.all([clock.advance(200), clock.advance(200)])
  expect([clock.now(), ran]).toEqual([1_400, [1_100, 1_300]])
})

it('leaves an advance of the time before a reset where it is', async () => {
  const clock = manualClock()
  const delivery = work()
  const ran: number[] = []
  clock.schedule(1_100, () => clock.track(delivery.done))
  const advance = clock.advance(500)
  await turn()
  clock.reset()
  clock.schedule(1_050, () => ran.push(clock.now()))
  delivery.end()
  await advance
  expect([clock.now(), ran]).toEqual([1_000, []])
})

it('is idle only when the work that followed from work has ended, too', async () => {
  const clock = manualClock()
  const [first, second] = [work(), work()]
  let isIdle = false
  clock.track(first.done.then(() => clock.track(second.done)))
  const idle = clock.idle().then(() => {
    isIdle = true
  })
  first.end()
  await turn()
  expect(isIdle).toBe(false)
  second.end()
  await idle
  expect(isIdle).toBe(true)
})
