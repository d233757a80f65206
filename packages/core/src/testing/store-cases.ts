import type { ClaimResult, WebhookStore } from '../webhooks/store.js'

/** A store, empty, and how time passes for it. */
export interface StoreUnderTest {
  /** The store, empty. */
  store: WebhookStore
  /** Lets that many milliseconds pass: on the clock that the store was given, or in truth. At most 1_001 at a time. */
  passTime: (milliseconds: number) => void | Promise<void>
}

/** One thing that a webhook store must do. */
export interface WebhookStoreCase {
  /** What it does, as a sentence. */
  title: string
  /**
   * Runs the case on a store of its own.
   *
   * @throws Error that says what was expected and what came, when the store does not do it
   */
  run: (open: () => StoreUnderTest | Promise<StoreUnderTest>) => Promise<void>
}

const LEASE_MS = 1_000
const KEY = 'a1b2c3/charged#0'

type Steps = (store: WebhookStore, passTime: StoreUnderTest['passTime']) => Promise<void>

function storeCase(title: string, steps: Steps): WebhookStoreCase {
  return {
    title,
    run: async (open) => {
      const { store, passTime } = await open()
      await steps(store, passTime)
    },
  }
}

async function expectClaim(store: WebhookStore, expected: ClaimResult, key = KEY): Promise<void> {
  const claim = await store.claim(key, LEASE_MS)
  if (claim === expected) return
  throw new Error(`claim('${key}') must answer '${expected}' here, and answered '${claim}'.`)
}

/**
 * What a webhook store must do, for the tests of your own: with any test framework, run each case, which throws when the
 * store fails it.
 *
 * @example
 * it.each(webhookStoreCases)('$title', ({ run }) => run(openEmptyStore))
 */
export const webhookStoreCases: readonly WebhookStoreCase[] = Object.freeze([
  storeCase('gives a key to the first who claims it, and to nobody else', async (store) => {
    await expectClaim(store, 'claimed')
    await expectClaim(store, 'in-progress')
  }),
  storeCase('gives a key to one of many who claim it at once', async (store) => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim(KEY, LEASE_MS)))
    const winners = claims.filter((claim) => claim === 'claimed').length
    const losers = claims.filter((claim) => claim === 'in-progress').length
    if (winners === 1 && losers === 19) return
    throw new Error(`One of 20 claims must win, and 19 be in progress; got ${claims.join(', ')}.`)
  }),
  storeCase('remembers what was completed, also after the lease', async (store, passTime) => {
    await expectClaim(store, 'claimed')
    await store.complete(KEY)
    await expectClaim(store, 'completed')
    await passTime(LEASE_MS + 1)
    await expectClaim(store, 'completed')
  }),
  storeCase('gives a released key to the next who claims it', async (store) => {
    await expectClaim(store, 'claimed')
    await store.release(KEY)
    await expectClaim(store, 'claimed')
    await expectClaim(store, 'in-progress')
  }),
  storeCase('frees a key when its lease has ended', async (store, passTime) => {
    await expectClaim(store, 'claimed')
    await passTime(LEASE_MS + 1)
    await expectClaim(store, 'claimed')
  }),
  storeCase('gives who takes over a lease of their own', async (store, passTime) => {
    await expectClaim(store, 'claimed')
    await passTime(LEASE_MS + 1)
    await expectClaim(store, 'claimed')
    await expectClaim(store, 'in-progress')
    await store.complete(KEY)
    await expectClaim(store, 'completed')
  }),
  storeCase('takes a completion that comes after the lease', async (store, passTime) => {
    await expectClaim(store, 'claimed')
    await passTime(LEASE_MS + 1)
    await store.complete(KEY)
    await expectClaim(store, 'completed')
  }),
  storeCase('keeps a completed key completed when it is released', async (store) => {
    await expectClaim(store, 'claimed')
    await store.complete(KEY)
    await store.release(KEY)
    await expectClaim(store, 'completed')
  }),
  storeCase('takes a second completion for one', async (store) => {
    await expectClaim(store, 'claimed')
    await store.complete(KEY)
    await store.complete(KEY)
    await expectClaim(store, 'completed')
  }),
  storeCase('ignores the release of a key that nobody has', async (store) => {
    await store.release(KEY)
    await expectClaim(store, 'claimed')
  }),
  storeCase('keeps keys apart, whatever becomes of another', async (store) => {
    await expectClaim(store, 'claimed', 'a/charged#0')
    await expectClaim(store, 'claimed', 'b/charged#0')
    await store.complete('a/charged#0')
    await store.release('b/charged#0')
    await expectClaim(store, 'completed', 'a/charged#0')
    await expectClaim(store, 'claimed', 'b/charged#0')
  }),
  storeCase('keeps keys apart that differ in case, or at their end', async (store) => {
    const long = `${'0123456789abcdef'.repeat(4)}:1717426800000/refunded:${'Handler'.repeat(15)}`
    for (const key of [long, long.toLowerCase(), `${long}#`, `${long} `]) {
      await expectClaim(store, 'claimed', key)
    }
    await store.complete(long)
    await expectClaim(store, 'in-progress', long.toLowerCase())
  }),
])
