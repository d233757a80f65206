import { signedDelivery } from '@scalapay-kit/core/testing'
import { beforeEach, expect, it } from 'vitest'
import { log } from '../../src/runtime/server/lib/log.js'
import { createReceiver, drainReceivers } from '../../src/runtime/server/lib/receivers.js'

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

it('refuses options that there are not', () => {
  const options = { on: { '*': () => undefined }, apiKeys: apiKey, toleranceMS: 1 }
  expect(() => createReceiver(options)).toThrow('toleranceMS: not an option')
})
