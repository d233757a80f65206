import { describe, expect, it } from 'vitest'
import {
  createMemoryWebhookStore,
  type WebhookHandlers,
  type WebhookStore,
} from '../../src/webhooks.js'
import { manualClock } from '../support/manual-clock.js'
import { type Moment, moment } from '../support/moment.js'
import { bodyOf, delivery, NOW, receiver } from './deliveries.js'

const received = { status: 200, body: { received: true } }
const again = (reason: string) => ({ status: 503, body: { received: false, reason } })

interface SlowHandler {
  handle: () => Promise<void>
  started: Moment
  /** Lets it end. */
  end: () => void
  fail: (error: Error) => void
}

function slowHandler(): SlowHandler {
  const started = moment()
  let end: () => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const ends = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  const handle = () => {
    started.announce()
    return ends
  }
  return { handle, started, end, fail }
}

/** What a promise has come to, once everything has happened that waits for nothing else. */
async function stateOf(promise: Promise<unknown>): Promise<unknown> {
  await turn()
  return Promise.race([promise, Promise.resolve('pending')])
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a handler that is slow', () => {
  it('S38 slow handler: is acknowledged with 200 after 8 seconds, while it goes on', async () => {
    const slow = slowHandler()
    const { receive, clock, reports } = receiver({ on: { charged: slow.handle } })
    const reply = receive(await delivery())
    await slow.started.comes
    clock.advance(7_999)
    expect(await stateOf(reply)).toBe('pending')
    expect(reports).toEqual([])
    clock.advance(1)
    expect(await reply).toEqual(received)
    expect(reports).toMatchObject([{ status: 200, reason: 'still-working', isLate: false }])
  })

  it('is acknowledged after acknowledgeAfterMs', async () => {
    const slow = slowHandler()
    const { receive, clock } = receiver({ on: { charged: slow.handle }, acknowledgeAfterMs: 1 })
    const reply = receive(await delivery())
    await slow.started.comes
    clock.advance(1)
    expect(await reply).toEqual(received)
  })

  it('is waited for by drain, which comes after its report', async () => {
    const slow = slowHandler()
    const { receive, drain, clock, reports } = receiver({ on: { charged: slow.handle } })
    const reply = receive(await delivery())
    await slow.started.comes
    clock.advance(8_000)
    await reply
    const drained = drain().then(() => 'drained')
    expect(await stateOf(drained)).toBe('pending')
    slow.end()
    expect(await drained).toBe('drained')
    expect(reports).toMatchObject([
      { reason: 'still-working' },
      { status: 200, reason: 'handled', isLate: true, keyIndex: 0, event: { status: 'charged' } },
    ])
  })

  it('has one effect, however often the event comes meanwhile', async () => {
    const slow = slowHandler()
    let runs = 0
    const on: WebhookHandlers = {
      charged: () => {
        runs += 1
        return slow.handle()
      },
    }
    const clock = manualClock(NOW)
    const waits = [moment(), moment()]
    const schedule: typeof clock.schedule = (callback, delayMs) => {
      waits.shift()?.announce()
      return clock.schedule(callback, delayMs)
    }
    const secondWaits = waits[1]?.comes
    const { receive, drain, reports } = receiver({ on, schedule })
    const same = await delivery()
    const first = receive(same)
    await slow.started.comes
    clock.advance(8_000)
    await first
    const second = receive(same)
    await secondWaits
    slow.end()
    expect(await second).toEqual(received)
    await drain()
    expect(await receive(same)).toEqual(received)
    expect(runs).toBe(1)
    expect(reports.map(({ reason }) => reason).sort()).toEqual([
      'duplicate',
      'duplicate',
      'handled',
      'still-working',
    ])
  })

  it('and fails after its acknowledgement is reported, and may run again', async () => {
    const slow = slowHandler()
    const { receive, drain, clock, reports } = receiver({ on: { charged: slow.handle } })
    const reply = receive(await delivery())
    await slow.started.comes
    clock.advance(8_000)
    await reply
    const error = new Error('no')
    slow.fail(error)
    await drain()
    expect(reports[1]).toMatchObject({ status: 200, reason: 'handler-failed', isLate: true, error })
  })

  it('does not keep the others from running', async () => {
    const slow = slowHandler()
    const { receive, clock, events } = receiver({
      on: { charged: slow.handle, '*': (event) => events.push(event) },
    })
    const reply = receive(await delivery())
    await slow.started.comes
    clock.advance(8_000)
    expect(await reply).toEqual(received)
    expect(events.map(({ status }) => status)).toEqual(['charged'])
  })

  it('beside one that failed is not acknowledged: that one has to run again', async () => {
    const slow = slowHandler()
    const on = { charged: [slow.handle, () => Promise.reject(new Error('no'))] }
    const { receive, clock } = receiver({ on })
    const reply = receive(await delivery())
    await slow.started.comes
    await turn()
    clock.advance(8_000)
    expect(await reply).toEqual(again('handler-failed'))
  })

  it('beside one whose claim the store is slow to take back is not acknowledged either', async () => {
    const slow = slowHandler()
    const memory = createMemoryWebhookStore()
    const store = { ...memory, release: () => new Promise<void>(() => undefined) }
    const on = { charged: [() => Promise.reject(new Error('no')), slow.handle] }
    const { receive, clock } = receiver({ on, store })
    const reply = receive(await delivery())
    await slow.started.comes
    await turn()
    clock.advance(8_000)
    expect(await reply).toEqual(again('handler-failed'))
  })
})

describe('a handler that ends in time', () => {
  it('leaves no timer behind', async () => {
    const { receive, clock } = receiver()
    await receive(await delivery())
    expect(clock.pending()).toBe(0)
  })

  it('is timed by the clock of this machine by default', async () => {
    const { receive } = receiver({ schedule: undefined })
    expect(await receive(await delivery())).toEqual(received)
  })

  it('that is late is acknowledged by the clock of this machine by default', async () => {
    const slow = slowHandler()
    const { receive, drain } = receiver({
      on: { charged: slow.handle },
      schedule: undefined,
      acknowledgeAfterMs: 1,
    })
    expect(await receive(await delivery())).toEqual(received)
    slow.end()
    await drain()
  })
})

describe('a store that hangs', () => {
  it('S42 database down: is not acknowledged: nothing is that is not stored', async () => {
    const asked = moment()
    const store: WebhookStore = {
      claim: () => {
        asked.announce()
        return new Promise(() => undefined)
      },
      complete: async () => undefined,
      release: async () => undefined,
    }
    const { receive, clock, reports, events } = receiver({ store })
    const reply = receive(await delivery())
    await asked.comes
    clock.advance(8_000)
    expect(await reply).toEqual(again('store-failed'))
    expect(events).toEqual([])
    expect(reports[0]?.error).toMatchObject({
      message: 'The store did not answer a claim in time.',
    })
  })
})

describe('drain', () => {
  it('settles at once when nothing is at work', async () => {
    await expect(receiver().drain()).resolves.toBe(true)
  })

  it('waits for deliveries that are still being verified', async () => {
    const { receive, drain, events } = receiver()
    const reply = receive(await delivery(bodyOf('charged')))
    await drain()
    expect(events).toHaveLength(1)
    await reply
  })

  it('waits for what comes while it waits', async () => {
    const [first, second] = [slowHandler(), slowHandler()]
    const on = { charged: first.handle, refunded: second.handle }
    const { receive, drain } = receiver({ on })
    const replies = [receive(await delivery())]
    await first.started.comes
    const drained = drain().then(() => 'drained')
    replies.push(receive(await delivery(bodyOf('refunded'))))
    await second.started.comes
    first.end()
    await replies[0]
    expect(await stateOf(drained)).toBe('pending')
    second.end()
    expect(await drained).toBe('drained')
  })
})
