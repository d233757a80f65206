import { describe, expect, it } from 'vitest'
import {
  createMemoryWebhookStore,
  type WebhookEvent,
  type WebhookHandler,
} from '../../src/webhooks.js'
import { manualClock } from '../support/manual-clock.js'
import { type Moment, moment } from '../support/moment.js'
import { days, delivery, NOW, receiver } from './deliveries.js'

const LEASE_MS = 60_000
const received = { status: 200, body: { received: true } }
const again = (reason: string) => ({ status: 503, body: { received: false, reason } })

/** Processes that share a store: each one is a receiver with one handler of its own. */
function processes() {
  const clock = manualClock(NOW)
  const store = createMemoryWebhookStore({ now: clock.now })
  const shared = { store, now: clock.now, schedule: clock.schedule, leaseMs: LEASE_MS }
  return {
    clock,
    start: (charged: WebhookHandler) => receiver({ ...shared, on: { charged } }),
  }
}

interface HangingHandler {
  handle: WebhookHandler
  started: Moment
  fail: () => void
}

/** A handler that hangs, as that of a process that has died does, unless it is told to fail. */
function hanging(): HangingHandler {
  const started = moment()
  const end = moment()
  const handle = async () => {
    started.announce()
    await end.comes
    throw new Error('no')
  }
  return { handle, started, fail: end.announce }
}

describe('a process that ends in the middle of a handler', () => {
  it('S43 deploy in the middle: is followed by another one, exactly once, when its lease has ended', async () => {
    const { clock, start } = processes()
    const dying = hanging()
    const runs: string[] = []
    const next = start(({ orderToken }) => runs.push(orderToken))
    const same = await delivery()
    void start(dying.handle).receive(same)
    await dying.started.comes
    expect(await next.receive(same)).toEqual(again('in-progress'))
    clock.advance(LEASE_MS - 1)
    expect(await next.receive(same)).toEqual(again('in-progress'))
    expect(runs).toEqual([])
    clock.advance(1)
    expect(await next.receive(same)).toEqual(received)
    expect(await next.receive(same)).toEqual(received)
    expect(runs).toEqual(['T1'])
  })

  it('does not hold up the events that it had not taken', async () => {
    const { start } = processes()
    const dying = hanging()
    void start(dying.handle).receive(await delivery())
    await dying.started.comes
    const other = await delivery('{"status":"charged","orderToken":"T2"}')
    expect(await start(() => undefined).receive(other)).toEqual(received)
  })
})

describe('a handler that fails', () => {
  it('within its lease leaves the event to the next process at once', async () => {
    const { start } = processes()
    const same = await delivery()
    expect(await start(() => Promise.reject(new Error('no'))).receive(same)).toEqual(
      again('handler-failed'),
    )
    expect(await start(() => undefined).receive(same)).toEqual(received)
  })

  it('after its lease does not give back what another process has taken over', async () => {
    const { clock, start } = processes()
    const [slow, takingOver] = [hanging(), hanging()]
    const same = await delivery()
    const first = start(slow.handle).receive(same)
    await slow.started.comes
    clock.advance(LEASE_MS)
    void start(takingOver.handle).receive(same)
    await takingOver.started.comes
    slow.fail()
    await first
    expect(await start(() => undefined).receive(same)).toEqual(again('in-progress'))
  })
})

it('the default store counts leases by the clock of its receiver', async () => {
  const slow = hanging()
  const runs: string[] = []
  const charged = (event: WebhookEvent) => {
    runs.push(event.orderToken)
    return runs.length === 1 ? slow.handle(event, { keyIndex: 0 }) : undefined
  }
  const { receive, drain, clock } = receiver({ on: { charged }, leaseMs: LEASE_MS })
  const same = await delivery()
  const first = receive(same)
  await slow.started.comes
  clock.advance(LEASE_MS)
  slow.fail()
  await first
  await drain()
  expect(await receive(same)).toEqual(received)
  expect(runs).toEqual(['T1', 'T1'])
})

it('a lease is of five minutes by default', async () => {
  const leases: number[] = []
  const memory = createMemoryWebhookStore()
  const store = {
    ...memory,
    claim: (key: string, leaseMs: number) => {
      leases.push(leaseMs)
      return memory.claim(key, leaseMs)
    },
  }
  await receiver({ store }).receive(await delivery())
  expect(leases).toEqual([300_000])
})

it('a lease that no timer can hold is one of the longest that it can', async () => {
  const delays: number[] = []
  const schedule = (_callback: () => void, delayMs: number) => {
    delays.push(delayMs)
    return () => undefined
  }
  const { receive } = receiver({ schedule, leaseMs: days(30) })
  await receive(await delivery())
  expect(Math.max(...delays)).toBe(2 ** 31 - 1)
})
