import { startEmulator } from '@scalapay-kit/emulator'
import { MemoryOrderStore } from 'storefront'
import { expect, it, onTestFinished, vi } from 'vitest'
import { buildShop } from '../../src/index.js'

/** A shop whose timer is in the hands of the test. */
async function shopWithTimer(orders = new MemoryOrderStore()) {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  onTestFinished(() => emulator.close())
  const messages: string[] = []
  const timers: { callback: () => void; delayMs: number; isCancelled: boolean }[] = []
  const app = buildShop({
    scalapay: { apiKey: emulator.merchantKey, environment: 'emulator', baseUrl: emulator.url },
    orders,
    sweepEveryMs: 5_000,
    schedule: (callback, delayMs) => {
      const timer = { callback, delayMs, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
    logger: { stream: { write: (line: string) => void messages.push(JSON.parse(line).msg) } },
  })
  onTestFinished(() => app.close())
  return { app, timers, messages, orders }
}

const scheduled = (timers: readonly unknown[], count: number) =>
  vi.waitFor(() => expect(timers).toHaveLength(count), { interval: 1 })

it('sweeps when its time has come, and again when it has ended', async () => {
  const { app, timers, orders } = await shopWithTimer()
  const looks = vi.spyOn(orders, 'open')
  await app.ready()
  expect(timers.map(({ delayMs }) => delayMs)).toEqual([5_000])
  expect(looks).not.toHaveBeenCalled()

  timers[0]?.callback()
  await scheduled(timers, 2)
  timers[1]?.callback()
  await scheduled(timers, 3)

  expect(looks).toHaveBeenCalledTimes(2)
})

it('goes on after a sweep that broke off, and notes it', async () => {
  const orders = new MemoryOrderStore()
  vi.spyOn(orders, 'open').mockRejectedValueOnce(new Error('database down'))
  const { app, timers, messages } = await shopWithTimer(orders)
  await app.ready()

  timers[0]?.callback()
  await scheduled(timers, 2)

  expect(messages).toEqual(['sweep broken off: the next one begins anew'])
})

it('ends with the shop', async () => {
  const { app, timers } = await shopWithTimer()
  await app.ready()
  await app.close()
  expect(timers).toMatchObject([{ isCancelled: true }])
})

it('is waited for when the shop closes in the middle of it, and not begun again', async () => {
  const orders = new MemoryOrderStore()
  let answer: (orders: []) => void = () => undefined
  vi.spyOn(orders, 'open').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
  const { app, timers } = await shopWithTimer(orders)
  await app.ready()
  timers[0]?.callback()

  let isClosed = false
  const closed = app.close().then(() => {
    isClosed = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isClosed).toBe(false)
  answer([])
  await closed
  expect(timers).toHaveLength(1)
})
