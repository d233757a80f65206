import { ScalapayConfigError } from '../errors/config.js'

/**
 * What a claim came to.
 *
 * - `claimed`: it is yours until the lease ends.
 * - `in-progress`: somebody else has it now.
 * - `completed`: it was done before.
 */
export type ClaimResult = 'claimed' | 'in-progress' | 'completed'

/**
 * Remembers what was handled, so that a redelivery has no second effect. Implement it on your database to share it between
 * processes; every operation must be atomic, and one that fails must throw. A key names an event and one handler of it, in
 * ASCII unless a handler's own name is not, and its case matters. Test yours with `webhookStoreCases` of
 * `@scalapay-kit/core/testing`.
 */
export interface WebhookStore {
  /**
   * Takes a key, unless it is completed or somebody has it. A claim whose lease has ended counts as free: its process died.
   *
   * @param leaseMs milliseconds until the claim may be taken by somebody else
   */
  claim: (key: string, leaseMs: number) => Promise<ClaimResult>
  /** Marks a key as done, also when its lease has ended meanwhile. */
  complete: (key: string) => Promise<void>
  /** Gives a claimed key back, because its handler failed. Does nothing to a completed or an unknown key. */
  release: (key: string) => Promise<void>
}

/** Limits of the in-memory store. */
export interface MemoryStoreOptions {
  /**
   * How many completed keys are remembered; beyond, the oldest are forgotten, and their events would be handled again.
   * @default 10_000
   */
  maxKeys?: number | undefined
  /** Epoch milliseconds; for tests. */
  now?: (() => number) | undefined
}

const DEFAULT_MAX_KEYS = 10_000

/**
 * A store in this process's memory: for one process, and lost when it ends. The default.
 *
 * @throws ScalapayConfigError when `maxKeys` is not a whole number above 0
 */
export function createMemoryWebhookStore(options: MemoryStoreOptions = {}): WebhookStore {
  const { maxKeys = DEFAULT_MAX_KEYS, now = Date.now } = options
  if (!Number.isInteger(maxKeys) || maxKeys < 1) {
    throw new ScalapayConfigError('maxKeys: must be a whole number above 0.')
  }
  /** When each lease ends. */
  const leases = new Map<string, number>()
  /** In the order of completion. */
  const completed = new Set<string>()

  const dropEndedLeases = () => {
    for (const [key, endsAt] of leases) if (endsAt <= now()) leases.delete(key)
  }
  return {
    claim: async (key, leaseMs) => {
      if (completed.has(key)) return 'completed'
      dropEndedLeases()
      if (leases.has(key)) return 'in-progress'
      leases.set(key, now() + leaseMs)
      return 'claimed'
    },
    complete: async (key) => {
      leases.delete(key)
      completed.add(key)
      const [oldest] = completed
      if (completed.size > maxKeys && oldest !== undefined) completed.delete(oldest)
    },
    release: async (key) => {
      leases.delete(key)
    },
  }
}
