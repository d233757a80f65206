import type { Answer } from '../answer.js'

/**
 * Why a call failed: its order did not allow it (4xx), it was not valid (4xx), or the service broke down (500; a gateway's
 * own answer never gets to the store).
 */
export const FAILURES = ['refused', 'invalid', 'server-error'] as const
/** One of them. */
export type Failure = (typeof FAILURES)[number]

/** What is unknown about Scalapay's idempotency store, as switches. */
export interface IdempotencyPolicy {
  /** How long an answer is kept, in milliseconds of the emulator's clock. */
  readonly lifetimeMs: number
  /** `path`: a key counts per merchant and path; `merchant`: per merchant, whatever the path. */
  readonly scope: 'path' | 'merchant'
  /** The same key with another body: the stored answer, a 409, or a new execution. */
  readonly sameKeyOtherBody: 'replay' | 'conflict' | 'execute'
  /** Which failures are kept, and replayed, as well: `true` all, `false` none. */
  readonly storeFailures: boolean | readonly Failure[]
}

/** What the store knows of a key. */
export type Lookup =
  | { readonly kind: 'new' }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'replay'; readonly answer: Answer }

interface Entry {
  /** Of the body that the answer belongs to. */
  readonly digest: string
  readonly answer: Answer
  readonly expiresAt: number
}

/** What came of the work under a key. */
export interface FinishedWork {
  readonly digest: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Undefined when the key is to stay unused. */
  readonly answer: Answer | undefined
}

/** One merchant's idempotency keys. */
export interface IdempotencyStore {
  readonly look: (name: string, digest: string, now: number) => Lookup
  /** Marks the key as being worked on, until `finish`. */
  readonly begin: (name: string) => void
  /** Ends the work; keeps the answer when there is one to keep. */
  readonly finish: (name: string, work: FinishedWork) => void
}

/** Whether an answer is kept: success always, a failure by the switch. */
export function isKept(
  { storeFailures }: IdempotencyPolicy,
  failure: Failure | undefined,
): boolean {
  if (failure === undefined || typeof storeFailures === 'boolean') {
    return failure === undefined || storeFailures === true
  }
  return storeFailures.includes(failure)
}

/** The name under which a key is kept. */
export function storeName(policy: IdempotencyPolicy, path: string, key: string): string {
  return policy.scope === 'path' ? `${path} ${key}` : key
}

/** Creates the store of one merchant. */
export function createIdempotencyStore(policy: IdempotencyPolicy): IdempotencyStore {
  const entries = new Map<string, Entry>()
  const inProgress = new Set<string>()

  /** Entries are in the order of their expiry, because the lifetime is one and time only moves ahead. */
  function forgetExpired(now: number): void {
    for (const [name, entry] of entries) {
      if (entry.expiresAt > now) return
      entries.delete(name)
    }
  }

  return {
    look(name, digest, now) {
      forgetExpired(now)
      if (inProgress.has(name)) return { kind: 'in-progress' }
      const entry = entries.get(name)
      if (entry === undefined) return { kind: 'new' }
      if (entry.digest === digest || policy.sameKeyOtherBody === 'replay') {
        return { kind: 'replay', answer: entry.answer }
      }
      return { kind: policy.sameKeyOtherBody === 'conflict' ? 'other-body' : 'new' }
    },
    begin: (name) => void inProgress.add(name),
    finish(name, { digest, now, answer }) {
      inProgress.delete(name)
      if (answer === undefined) return
      entries.delete(name)
      entries.set(name, { digest, answer, expiresAt: now + policy.lifetimeMs })
    },
  }
}
