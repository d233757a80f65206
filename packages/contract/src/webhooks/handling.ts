import {
  createMemoryWebhookStore,
  retryLater,
  type WebhookContext,
  type WebhookEvent,
} from '@scalapay-kit/core/webhooks'
import { describe, expect, it } from 'vitest'
import type { BootWebhooks } from './boot.js'
import { bodyOf, heldHandler, RECEIVED, recorder, startAccounts, startHarness } from './harness.js'

const again = (reason: string) => ({ status: 503, body: { received: false, reason } })

/** What becomes of several deliveries, of failures, and of several accounts. */
export function describeHandling(boot: BootWebhooks): void {
  describe('deliveries', () => {
    it('of one event, five at once, have one effect and are all answered with 200 (S29)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      const timestamp = Date.now()
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => deliver('charged', { timestamp })),
      )
      expect(answers).toEqual(new Array(5).fill(RECEIVED))
      expect(events).toHaveLength(1)
    })

    it('of one event, signed anew, have one effect (S29)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      for (const ago of [60_000, 30_000, 0]) {
        expect(await deliver('charged', { timestamp: Date.now() - ago })).toEqual(RECEIVED)
      }
      expect(events).toHaveLength(1)
    })

    it('out of order are each handled, in the order in which they come (S30)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      for (const status of ['charged', 'authorized', 'expired']) {
        expect(await deliver(bodyOf(status, 'T1'))).toEqual(RECEIVED)
      }
      expect(events.map(({ status }) => status)).toEqual(['charged', 'authorized', 'expired'])
    })

    it('of two refunds with one body reach the handler twice, marked as possibly repeated (S31)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      const now = Date.now()
      for (const timestamp of [now, now - 1_000, now]) await deliver('refunded', { timestamp })
      expect(events.map(({ possiblyRepeated }) => possiblyRepeated)).toEqual([true, true])
    })
  })

  describe('a handler', () => {
    it('that crashed is answered with 503 and alone runs again (S37)', async () => {
      const runs: string[] = []
      const note = (name: string) => () => void runs.push(name)
      const crash = () => {
        runs.push('crashing')
        if (runs.filter((name) => name === 'crashing').length === 1) throw new Error('no')
      }
      const { deliver } = await startHarness(boot, {
        on: { charged: [note('first'), crash, note('third')] },
      })
      const timestamp = Date.now()
      expect(await deliver('charged', { timestamp })).toEqual(again('handler-failed'))
      expect(await deliver('charged', { timestamp })).toEqual(RECEIVED)
      expect(await deliver('charged', { timestamp })).toEqual(RECEIVED)
      expect(runs.sort()).toEqual(['crashing', 'crashing', 'first', 'third'])
    })

    it('that asks for it gets the event again (S04)', async () => {
      let runs = 0
      const charged = () => {
        runs += 1
        if (runs === 1) throw retryLater('the order is not committed yet')
      }
      const { deliver } = await startHarness(boot, { on: { charged } })
      expect(await deliver('charged')).toEqual(again('retry-later'))
      expect(await deliver('charged')).toEqual(RECEIVED)
      expect(runs).toBe(2)
    })

    it('that is slow is answered in time with 200, and goes on (S38)', async () => {
      const slow = heldHandler()
      const on = { charged: slow.handle }
      const { deliver, close } = await startHarness(boot, { on, acknowledgeAfterMs: 25 })
      expect(await deliver('charged')).toEqual(RECEIVED)
      expect(slow.ends()).toBe(0)
      slow.release()
      await close()
      expect(slow.ends()).toBe(1)
    })
  })

  it('a store that is down is answered with 503, and no handler runs before it is up (S42)', async () => {
    const memory = createMemoryWebhookStore()
    let isDown = true
    const claim: typeof memory.claim = (key, leaseMs) =>
      isDown ? Promise.reject(new Error('down')) : memory.claim(key, leaseMs)
    const { on, events } = recorder()
    const { deliver } = await startHarness(boot, { on, store: { ...memory, claim } })
    expect(await deliver('charged')).toEqual(again('store-failed'))
    expect(events).toEqual([])
    isDown = false
    expect(await deliver('charged')).toEqual(RECEIVED)
    expect(events).toHaveLength(1)
  })

  it('two keys are both taken while they are rotated, and handlers are told which it was (S35)', async () => {
    const keys: number[] = []
    const charged = (_event: WebhookEvent, { keyIndex }: WebhookContext) => void keys.push(keyIndex)
    const apiKeys = ['new-key-0001', 'old-key-0001']
    const { deliver } = await startHarness(boot, { on: { charged }, apiKeys })
    expect(await deliver(bodyOf('charged', 'T1'), { apiKey: 'old-key-0001' })).toEqual(RECEIVED)
    expect(await deliver(bodyOf('charged', 'T2'), { apiKey: 'new-key-0001' })).toEqual(RECEIVED)
    expect(await deliver(bodyOf('charged', 'T3'), { apiKey: 'older-key' })).toMatchObject({
      status: 401,
    })
    expect(keys).toEqual([1, 0])
  })

  describe('two accounts', () => {
    const [italian, french] = ['italian-key-0001', 'french-key-0001']

    async function startTwo() {
      const [it, fr] = [recorder(), recorder()]
      const harness = await startAccounts(boot, [
        { webhooks: { path: '/webhooks/it', apiKeys: italian, on: it.on } },
        { name: 'fr', webhooks: { path: '/webhooks/fr', apiKeys: french, on: fr.on } },
      ])
      return { ...harness, it: it.events, fr: fr.events }
    }

    it('keep keys and handlers apart (S54)', async () => {
      const { deliver, it, fr } = await startTwo()
      const at = { path: '/webhooks/fr' }
      expect(await deliver('charged', { ...at, apiKey: italian })).toMatchObject({ status: 401 })
      expect(await deliver('charged', { ...at, apiKey: french })).toEqual(RECEIVED)
      expect([it.length, fr.length]).toEqual([0, 1])
    })

    it('each handle an event of which both have the same bytes (S54)', async () => {
      const { deliver, it, fr } = await startTwo()
      await Promise.all([
        deliver('charged', { path: '/webhooks/it', apiKey: italian }),
        deliver('charged', { path: '/webhooks/fr', apiKey: french }),
      ])
      expect([it.length, fr.length]).toEqual([1, 1])
    })
  })
}
