import { SchedulerRegistry } from '@nestjs/schedule'
import { MemoryOrderStore } from 'storefront'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createShop } from '../src/index.js'

const scalapay = { apiKey: 'qhtfs87hjnc12kkos', environment: 'emulator' } as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A shop whose store answers when the test says so. */
async function shopWithStore() {
  const orders = new MemoryOrderStore()
  const answers: ((orders: []) => void)[] = []
  const open = vi
    .spyOn(orders, 'open')
    .mockImplementation(() => new Promise((resolve) => void answers.push(resolve)))
  const app = await createShop(() => ({ scalapay, orders }), false)
  await app.init()
  return { app, open, answer: () => answers.shift()?.([]) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('sweeps every minute, and not beside a sweep that still runs', async () => {
  const { app, open, answer } = await shopWithStore()
  expect(open).not.toHaveBeenCalled()
  vi.advanceTimersByTime(120_000)
  expect(open).toHaveBeenCalledTimes(1)
  answer()
  await turn()
  vi.advanceTimersByTime(60_000)
  expect(open).toHaveBeenCalledTimes(2)
  answer()
  await app.close()
})

it('goes on after a sweep that broke off', async () => {
  const { app, open } = await shopWithStore()
  open.mockRejectedValue(new Error('database down'))
  vi.advanceTimersByTime(60_000)
  await turn()
  vi.advanceTimersByTime(60_000)
  await turn()
  expect(open).toHaveBeenCalledTimes(2)
  await app.close()
})

it('waits for the sweep at hand when it is closed, and begins no other', async () => {
  const { app, open, answer } = await shopWithStore()
  vi.advanceTimersByTime(60_000)
  let isClosed = false
  const closed = app.close().then(() => {
    isClosed = true
  })
  await turn()
  expect(isClosed).toBe(false)
  answer()
  await closed
  expect(app.get(SchedulerRegistry, { strict: false }).getIntervals()).toEqual([])
  vi.advanceTimersByTime(120_000)
  expect(open).toHaveBeenCalledTimes(1)
})
