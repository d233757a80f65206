import { describe, expect, it } from 'vitest'
import {
  createMemoryWebhookStore,
  retryLater,
  type WebhookHandlers,
  type WebhookStore,
} from '../../src/webhooks.js'
import { delivery, receiver } from './deliveries.js'

const received = { status: 200, body: { received: true } }
const again = (reason: string) => ({ status: 503, body: { received: false, reason } })

/** A handler that fails that many times before it does its work. */
function failing(times: number, error: unknown = new Error('no')) {
  const runs: string[] = []
  const handle = async () => {
    if (runs.length < times) {
      runs.push('failed')
      throw error
    }
    runs.push('done')
  }
  return { runs, handle }
}

/** A memory store, of which some operations do something else. */
const storeWith = (changed: Partial<WebhookStore>): WebhookStore => ({
  ...createMemoryWebhookStore(),
  ...changed,
})
const fails = () => Promise.reject(new Error('the store is down'))

describe('a handler that fails', () => {
  it('S37 handler crashes: alone runs again; the ones that succeeded do not', async () => {
    const [first, second, third] = [failing(0), failing(1), failing(0)]
    const { receive, reports } = receiver({
      on: { charged: [first.handle, second.handle], '*': third.handle },
    })
    const same = await delivery()
    expect(await receive(same)).toEqual(again('handler-failed'))
    expect(await receive(same)).toEqual(received)
    expect(await receive(same)).toEqual(received)
    expect([first.runs, second.runs, third.runs]).toEqual([['done'], ['failed', 'done'], ['done']])
    expect(reports.map(({ reason }) => reason)).toEqual(['handler-failed', 'handled', 'duplicate'])
  })

  it('fails too when it throws at once, and is reported as it was thrown', async () => {
    const thrown = new TypeError('no')
    const on: WebhookHandlers = {
      charged: () => {
        throw thrown
      },
    }
    const { receive, reports } = receiver({ on })
    expect(await receive(await delivery())).toEqual(again('handler-failed'))
    expect(reports).toMatchObject([{ status: 503, error: thrown }])
    expect(reports[0]?.error).toBe(thrown)
  })

  it.each([undefined, null, 'no', 0])('fails too when it throws %j', async (thrown) => {
    const on: WebhookHandlers = { charged: () => Promise.reject(thrown) }
    const { receive, reports } = receiver({ on })
    expect(await receive(await delivery())).toEqual(again('handler-failed'))
    expect(reports[0]).toHaveProperty('error', thrown)
  })

  it('does not hide that another one failed as well', async () => {
    const [one, other] = [new Error('one'), new Error('other')]
    const on = { charged: [failing(1, one).handle, failing(1, other).handle] }
    const { receive, reports } = receiver({ on })
    await receive(await delivery())
    expect(reports[0]?.error).toMatchObject({ errors: [one, other] })
  })

  it('may ask for redelivery, which the report tells from a failure', async () => {
    const { runs, handle } = failing(1, retryLater('the order is not committed yet'))
    const { receive, reports } = receiver({ on: { charged: handle } })
    const same = await delivery()
    expect(await receive(same)).toEqual(again('retry-later'))
    expect(await receive(same)).toEqual(received)
    expect(runs).toEqual(['failed', 'done'])
    expect(reports[0]?.error).toMatchObject({ message: 'the order is not committed yet' })
  })

  it('weighs more than one that asks for redelivery', async () => {
    const on = { charged: [failing(1, retryLater('wait')).handle, failing(1).handle] }
    expect(await receiver({ on }).receive(await delivery())).toEqual(again('handler-failed'))
  })
})

describe('a store that is down', () => {
  it('S42 database down: is answered with 503, and no handler runs that could not be claimed', async () => {
    const { runs, handle } = failing(0)
    const { receive, reports } = receiver({
      on: { charged: handle },
      store: storeWith({ claim: fails }),
    })
    expect(await receive(await delivery())).toEqual(again('store-failed'))
    expect(runs).toEqual([])
    expect(reports).toMatchObject([{ status: 503, error: { message: 'the store is down' } }])
  })

  it('is answered with 503 when it throws at once', async () => {
    const claim = () => {
      throw new Error('not connected')
    }
    const { receive } = receiver({ store: storeWith({ claim }) })
    expect(await receive(await delivery())).toEqual(again('store-failed'))
  })

  it('is answered with 503 when it cannot note that a handler is done', async () => {
    const { receive } = receiver({ store: storeWith({ complete: fails }) })
    expect(await receive(await delivery())).toEqual(again('store-failed'))
  })

  it('is reported beside the failed handler when it cannot give the claim back', async () => {
    const thrown = new Error('no')
    const store = storeWith({ release: fails })
    const { receive, reports } = receiver({ on: { charged: failing(1, thrown).handle }, store })
    expect(await receive(await delivery())).toEqual(again('store-failed'))
    expect(reports[0]?.error).toMatchObject({ errors: [thrown, { message: 'the store is down' }] })
  })

  it('for one handler does not keep the others from theirs', async () => {
    const memory = createMemoryWebhookStore()
    let isDown = true
    const claim: WebhookStore['claim'] = (key, leaseMs) =>
      isDown && key.endsWith('charged#0') ? fails() : memory.claim(key, leaseMs)
    const [first, second] = [failing(0), failing(0)]
    const on = { charged: [first.handle, second.handle] }
    const { receive } = receiver({ on, store: { ...memory, claim } })
    const same = await delivery()
    expect(await receive(same)).toEqual(again('store-failed'))
    expect([first.runs, second.runs]).toEqual([[], ['done']])
    isDown = false
    expect(await receive(same)).toEqual(received)
    expect([first.runs, second.runs]).toEqual([['done'], ['done']])
  })

  it.each([undefined, true, 'CLAIMED', null])(
    'is what one counts as that answers a claim with %j',
    async (answer) => {
      const store = storeWith({ claim: async () => answer as never })
      const { receive, events, reports } = receiver({ store })
      expect(await receive(await delivery())).toEqual(again('store-failed'))
      expect(events).toEqual([])
      expect(reports[0]?.error).toMatchObject({
        message: 'store.claim must answer claimed, in-progress or completed.',
      })
    },
  )
})
