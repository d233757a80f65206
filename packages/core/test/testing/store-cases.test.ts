import { describe, expect, it } from 'vitest'
import { type StoreUnderTest, webhookStoreCases } from '../../src/testing.js'
import { createMemoryWebhookStore, type WebhookStore } from '../../src/webhooks.js'
import { manualClock } from '../support/manual-clock.js'

type Break = (store: WebhookStore, now: () => number) => Partial<WebhookStore>

/** The cases that a store fails when some of its operations are broken in this way. */
async function failedBy(breakStore: Break): Promise<string[]> {
  const open = (): StoreUnderTest => {
    const clock = manualClock()
    const store = createMemoryWebhookStore({ now: clock.now })
    return { store: { ...store, ...breakStore(store, clock.now) }, passTime: clock.advance }
  }
  const failed: string[] = []
  for (const { title, run } of webhookStoreCases) {
    await run(open).catch(() => failed.push(title))
  }
  return failed
}

const HOUR = 60 * 60_000

const mistakes: [mistake: string, title: string, breakStore: Break][] = [
  [
    'gives a key to everybody',
    'gives a key to the first who claims it, and to nobody else',
    () => ({ claim: async () => 'claimed' }),
  ],
  [
    'looks and takes in two steps',
    'gives a key to one of many who claim it at once',
    () => {
      const taken = new Set<string>()
      const claim = async (key: string) => {
        const isTaken = taken.has(key)
        await undefined
        taken.add(key)
        return isTaken ? 'in-progress' : 'claimed'
      }
      return { claim }
    },
  ],
  [
    'forgets a completion',
    'remembers what was completed, also after the lease',
    ({ release }) => ({ complete: release }),
  ],
  [
    'takes a completion for a lease that does not end',
    'remembers what was completed, also after the lease',
    () => ({ complete: async () => undefined }),
  ],
  [
    'does not release',
    'gives a released key to the next who claims it',
    () => ({ release: async () => undefined }),
  ],
  [
    'completes what is released',
    'gives a released key to the next who claims it',
    ({ complete }) => ({ release: complete }),
  ],
  [
    'never ends a lease',
    'frees a key when its lease has ended',
    ({ claim }) => ({ claim: (key) => claim(key, HOUR) }),
  ],
  [
    'gives no lease to who takes over',
    'gives who takes over a lease of their own',
    ({ claim }) => {
      const known = new Set<string>()
      const claimOnce = (key: string, leaseMs: number) => {
        const isKnown = known.has(key)
        known.add(key)
        return claim(key, isKnown ? 0 : leaseMs)
      }
      return { claim: claimOnce }
    },
  ],
  [
    'refuses a late completion',
    'takes a completion that comes after the lease',
    ({ claim, complete }, now) => {
      const endsAt = new Map<string, number>()
      return {
        claim: (key, leaseMs) => {
          endsAt.set(key, now() + leaseMs)
          return claim(key, leaseMs)
        },
        complete: async (key) => {
          if ((endsAt.get(key) ?? 0) >= now()) await complete(key)
        },
      }
    },
  ],
  [
    'undoes a completion on release',
    'keeps a completed key completed when it is released',
    () => {
      const states = new Map<string, 'in-progress' | 'completed'>()
      return {
        claim: async (key) => {
          const state = states.get(key)
          if (state === undefined) states.set(key, 'in-progress')
          return state ?? 'claimed'
        },
        complete: async (key) => void states.set(key, 'completed'),
        release: async (key) => void states.delete(key),
      }
    },
  ],
  [
    'throws at a second completion',
    'takes a second completion for one',
    ({ complete }) => {
      const done = new Set<string>()
      return {
        complete: async (key) => {
          if (done.has(key)) throw new Error('duplicate key')
          done.add(key)
          await complete(key)
        },
      }
    },
  ],
  [
    'throws at the release of nothing',
    'ignores the release of a key that nobody has',
    ({ claim, release }) => {
      const held = new Set<string>()
      return {
        claim: (key, leaseMs) => {
          held.add(key)
          return claim(key, leaseMs)
        },
        release: async (key) => {
          if (!held.has(key)) throw new Error('no such row')
          await release(key)
        },
      }
    },
  ],
  [
    'knows the handler only',
    'keeps keys apart, whatever becomes of another',
    ({ claim }) => ({ claim: (key, leaseMs) => claim(key.split('/')[1] ?? key, leaseMs) }),
  ],
  [
    'ignores case',
    'keeps keys apart that differ in case, or at their end',
    ({ claim }) => ({ claim: (key, leaseMs) => claim(key.toLowerCase(), leaseMs) }),
  ],
  [
    'cuts long keys',
    'keeps keys apart that differ in case, or at their end',
    ({ claim }) => ({ claim: (key, leaseMs) => claim(key.slice(0, 128), leaseMs) }),
  ],
  [
    'ignores white space at the end',
    'keeps keys apart that differ in case, or at their end',
    ({ claim }) => ({ claim: (key, leaseMs) => claim(key.trimEnd(), leaseMs) }),
  ],
]

describe('webhookStoreCases', () => {
  it('pass for a store that is right', async () => {
    expect(await failedBy(() => ({}))).toEqual([])
  })

  it.each(mistakes)('catch a store that %s', async (_mistake, title, breakStore) => {
    expect(await failedBy(breakStore)).toContain(title)
  })

  it('have each a mistake that they catch', () => {
    const caught = new Set(mistakes.map(([, title]) => title))
    expect(
      webhookStoreCases.map(({ title }) => title).filter((title) => !caught.has(title)),
    ).toEqual([])
  })

  it('say what was expected and what came', async () => {
    const store = { ...createMemoryWebhookStore(), claim: async () => 'completed' as const }
    const run = webhookStoreCases[0]?.run(() => ({ store, passTime: () => undefined }))
    await expect(run).rejects.toThrow(
      "claim('a1b2c3/charged#0') must answer 'claimed' here, and answered 'completed'.",
    )
  })
})
