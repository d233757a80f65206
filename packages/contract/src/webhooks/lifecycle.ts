import { createMemoryWebhookStore } from '@scalapay-kit/core/webhooks'
import { describe, expect, it } from 'vitest'
import type { BootWebhooks } from './boot.js'
import { heldHandler, RECEIVED, recorder, startHarness } from './harness.js'

/** How an application with the adapter starts and stops. */
export function describeLifecycle(boot: BootWebhooks): void {
  describe('starting', () => {
    it.each([
      ['without a key (S55)', { apiKeys: '' }, /apiKeys/],
      ['with an empty key in the list (S55)', { apiKeys: ['a-key', ' '] }, /apiKeys/],
      ['without a handler', { on: {} }, /\bon\b/],
      ['with a tolerance that is no number', { toleranceMs: Number.NaN }, /toleranceMs/],
    ])('%s is refused, and the error names the option', async (_what, wrong, named) => {
      const { on } = recorder()
      await expect(startHarness(boot, { on, ...wrong })).rejects.toThrow(named)
    })

    it('with several mistakes is refused with all of them at once', async () => {
      const wrong = startHarness(boot, { apiKeys: '', on: {}, maxBodyBytes: -1 })
      await expect(wrong).rejects.toThrow(/apiKeys[\s\S]*\bon\b|\bon\b[\s\S]*apiKeys/)
      await expect(wrong).rejects.toThrow(/maxBodyBytes/)
    })
  })

  describe('closing', () => {
    it('waits for a handler whose delivery is answered already (S43)', async () => {
      const slow = heldHandler()
      const on = { charged: slow.handle }
      const { deliver, close } = await startHarness(boot, { on, acknowledgeAfterMs: 25 })
      await deliver('charged')
      let isClosed = false
      const closed = close().then(() => {
        isClosed = true
      })
      await turns()
      expect([isClosed, slow.ends()]).toEqual([false, 0])
      slow.release()
      await closed
      expect(slow.ends()).toBe(1)
    })

    it('in the middle of a delivery has one effect, also when the next process gets it again (S43)', async () => {
      const store = createMemoryWebhookStore()
      const slow = heldHandler()
      const on = { charged: slow.handle }
      const first = await startHarness(boot, { on, store })
      const timestamp = Date.now()
      const answered = first.deliver('charged', { timestamp })
      await slow.started
      const closed = first.close()
      slow.release()
      const [answer] = await Promise.all([answered, closed])
      const second = await startHarness(boot, { on, store })
      const redelivered = await second.deliver('charged', { timestamp })
      expect([answer, redelivered]).toEqual([RECEIVED, RECEIVED])
      expect(slow.ends()).toBe(1)
    })
  })
}

/** Gives everything its turn that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
