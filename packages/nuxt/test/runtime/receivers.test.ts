import { signedDelivery } from '@scalapay-kit/core/testing'
import { beforeEach, expect, it, vi } from 'vitest'
import { checkSettings } from '../../src/runtime/server/lib/check-settings.js'
import { log } from '../../src/runtime/server/lib/log.js'
import {
  checkReceiver,
  createReceiver,
  drainReceivers,
} from '../../src/runtime/server/lib/receivers.js'
import { privateConfig } from '../../src/runtime-config.js'

const apiKey = 'a-merchant-key-0001'
let lines: string[]

beforeEach(() => {
  lines = []
  log.level = 4
  log.setReporters([{ log: ({ type, args }) => void lines.push(`${type} ${args.join(' ')}`) }])
})

/** A receiver for which every time is over at once, and what it waited for. */
async function receiverAtWork(charged: () => unknown, bound: { drainTimeoutMs?: number } = {}) {
  const waits: number[] = []
  const schedule = (callback: () => void, delayMs: number) => {
    waits.push(delayMs)
    const timer = setImmediate(callback)
    return () => clearImmediate(timer)
  }
  const receiver = createReceiver({ ...bound, on: { charged }, apiKeys: apiKey, schedule })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey })
  expect(await receiver.receive({ rawBody, headers })).toMatchObject({ status: 200 })
  return waits
}

it('says nothing when handlers have ended', async () => {
  await receiverAtWork(() => undefined)
  await drainReceivers()
  expect(lines).toEqual([])
})

it.each([
  [{}, 10_000],
  [{ drainTimeoutMs: 7_000 }, 7_000],
])('waits for handlers with %j for no longer than %i ms, and says so', async (bound, most) => {
  const waits = await receiverAtWork(() => new Promise(() => undefined), bound)
  await drainReceivers()
  expect(waits).toContain(most)
  expect(lines).toContain(
    `warn webhook handlers still at work at the end, after ${most} ms: the sweep has to find their orders`,
  )
})

it('refuses an option that does not exist', () => {
  const options = { on: { '*': () => undefined }, apiKeys: apiKey, toleranceMS: 1 }
  expect(() => createReceiver(options)).toThrow('toleranceMS: not an option')
})

it('refuses what is wrong with a route before its keys come', () => {
  expect(() => checkReceiver({ on: {}, leaseMs: 0 })).toThrow(
    'Scalapay is not set up:\n  - on: give at least one handler, such as { charged: async (event) => {} }.\n  - leaseMs: must be a whole number from 1 to 9007199254740991.',
  )
  expect(() => checkReceiver({ on: { charged: () => undefined }, apiKeys: '' })).toThrow(
    'apiKeys (NUXT_SCALAPAY_API_KEY): ',
  )
})

it('waits at the end for no receiver that was only checked', async () => {
  const schedule = vi.fn(() => () => undefined)
  checkReceiver({ on: { charged: () => undefined }, schedule })
  const setTimer = vi.spyOn(globalThis, 'setTimeout')
  checkSettings({ ...privateConfig({}), apiKey, environment: 'sandbox' })
  await drainReceivers()
  expect(schedule).not.toHaveBeenCalled()
  expect(setTimer).not.toHaveBeenCalled()
  setTimer.mockRestore()
})
