import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Scalapay } from '@scalapay-kit/core'
import { expect, it, onTestFinished } from 'vitest'

const CHECKOUTS = 50
const OUTAGE_S = 60
const ROUND_S = 2
/** What the retry budget holds, and what it regains by time alone. */
const BUDGET = 20
const BUDGET_PER_SECOND = 0.5

const everyCall = (status: string) => Array.from({ length: CHECKOUTS }, () => status)

/** A server that is down until it is told otherwise, and counts what arrives. */
async function startServer() {
  const state = { isDown: true, requests: 0 }
  const server = createServer((_request, response) => {
    state.requests += 1
    response.writeHead(state.isDown ? 503 : 200, { 'content-type': 'application/json' })
    response.end(state.isDown ? '{}' : '{"token":"T1","status":"charged"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { state, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A clock that stands still between rounds; the waits between attempts are over at once, limits of attempts never come. */
function roundClock() {
  let now = 0
  return {
    now: () => now,
    monotonic: () => now,
    schedule: (callback: () => void, delayMs: number) => {
      if (delayMs >= 10_000) return () => undefined
      const soon = setImmediate(callback)
      return () => clearImmediate(soon)
    },
    advance: (seconds: number) => {
      now += seconds * 1_000
    },
  }
}

// The retry budget is the breaker: once it is used up, each call is tried once, and no call is refused untried.
it('S25 outage storm: fifty checkouts in a minute of 503 make no more retries than the budget has, and recover without a herd', async () => {
  const { state, url } = await startServer()
  const clock = roundClock()
  const client = new Scalapay(
    { apiKey: 'a-merchant-key', environment: 'sandbox', baseUrl: url },
    { clock, random: () => 0.5 },
  )
  onTestFinished(() => client.close())
  const round = () => {
    const calls = Array.from({ length: CHECKOUTS }, () => client.orders.get('T1'))
    return Promise.allSettled(calls)
  }

  let calls = 0
  for (let second = 0; second < OUTAGE_S; second += ROUND_S) {
    const ends = await round()
    expect(ends.map(({ status }) => status)).toEqual(everyCall('rejected'))
    calls += CHECKOUTS
    clock.advance(ROUND_S)
  }
  const retries = state.requests - calls
  expect(retries).toBeGreaterThanOrEqual(BUDGET)
  expect(retries).toBeLessThanOrEqual(BUDGET + OUTAGE_S * BUDGET_PER_SECOND)

  state.isDown = false
  const before = state.requests
  const ends = await round()
  expect(ends.map(({ status }) => status)).toEqual(everyCall('fulfilled'))
  expect(state.requests - before).toBe(CHECKOUTS)
})
