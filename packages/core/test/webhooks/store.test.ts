import { describe, expect, it } from 'vitest'
import { webhookStoreCases } from '../../src/testing.js'
import { createMemoryWebhookStore } from '../../src/webhooks.js'
import { manualClock } from '../support/manual-clock.js'

describe('the in-memory store', () => {
  it.each(webhookStoreCases)('$title', ({ run }) => {
    const clock = manualClock()
    const store = createMemoryWebhookStore({ now: clock.now })
    return run(() => ({ store, passTime: clock.advance }))
  })

  it('takes its time from the clock of this machine by default', async () => {
    const store = createMemoryWebhookStore()
    await store.claim('held', 60_000)
    await store.claim('ended', 0)
    expect(await store.claim('held', 60_000)).toBe('in-progress')
    expect(await store.claim('ended', 60_000)).toBe('claimed')
  })

  it('forgets the oldest completed keys beyond maxKeys', async () => {
    const store = createMemoryWebhookStore({ maxKeys: 2 })
    for (const key of ['a', 'b', 'c']) {
      await store.claim(key, 1_000)
      await store.complete(key)
    }
    const claims = [store.claim('b', 1_000), store.claim('c', 1_000), store.claim('a', 1_000)]
    expect(await Promise.all(claims)).toEqual(['completed', 'completed', 'claimed'])
  })

  it('never forgets a key that is in progress for one that is completed', async () => {
    const store = createMemoryWebhookStore({ maxKeys: 1 })
    await store.claim('working', 1_000)
    for (const key of ['a', 'b']) {
      await store.claim(key, 1_000)
      await store.complete(key)
    }
    expect(await store.claim('working', 1_000)).toBe('in-progress')
  })

  it('remembers ten thousand completed keys by default', async () => {
    const store = createMemoryWebhookStore()
    for (let index = 0; index <= 10_000; index += 1) await store.complete(`key ${index}`)
    expect(await store.claim('key 1', 1_000)).toBe('completed')
    expect(await store.claim('key 0', 1_000)).toBe('claimed')
  })

  it.each([0, -1, 1.5, Number.NaN, '10'])('refuses %j as maxKeys', (maxKeys) => {
    expect(() => createMemoryWebhookStore({ maxKeys: maxKeys as number })).toThrow(
      'maxKeys: must be a whole number above 0.',
    )
  })
})
