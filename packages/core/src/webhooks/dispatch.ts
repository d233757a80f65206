import type { WebhookEvent } from './event.js'
import type { NamedWebhookHandler, WebhookContext } from './handlers.js'
import { asksForRetry } from './retry-later.js'
import type { WebhookStore } from './store.js'

/**
 * How far one handler is with an event.
 *
 * - `claiming`: the store has not answered yet.
 * - `duplicate`: it ran before.
 * - `in-progress`: another process is at it.
 * - `store-failed`: it cannot be known whether it ran, or it ran and that could not be noted.
 */
export type HandlerState =
  | { status: 'claiming' | 'running' | 'handled' | 'duplicate' | 'in-progress' }
  | { status: 'handler-failed' | 'retry-later' | 'store-failed'; error: unknown }

/** The handlers of one event at work. */
export interface Work {
  /** How far each one is, at the moment when it is read. */
  readonly states: readonly HandlerState[]
  /** Settles when all have ended, and never fails. */
  readonly finished: Promise<unknown>
}

/** What a handler is claimed with. */
export interface Claims {
  store: WebhookStore
  leaseMs: number
  /** What handlers are told besides the event. */
  context: WebhookContext
  now: () => number
}

/** Runs the handlers of an event side by side; each is claimed, run, and completed or given back on its own. */
export function startWork(
  event: WebhookEvent,
  handlers: readonly NamedWebhookHandler[],
  claims: Claims,
): Work {
  const states: HandlerState[] = handlers.map(() => ({ status: 'claiming' }))
  const run = async (handler: NamedWebhookHandler, index: number): Promise<void> => {
    const note = (state: HandlerState) => {
      states[index] = state
    }
    note(await runOnce(event, handler, claims, note).catch(storeFailed))
  }
  return { states, finished: Promise.all(handlers.map(run)) }
}

/** @throws whatever the store throws: then it is not known whether the handler may run, or that it ran was not noted */
async function runOnce(
  event: WebhookEvent,
  { name, handle }: NamedWebhookHandler,
  { store, leaseMs, now, context }: Claims,
  note: (state: HandlerState) => void,
): Promise<HandlerState> {
  const key = `${event.id}/${name}`
  const leaseEndsAt = now() + leaseMs
  const claim = await store.claim(key, leaseMs)
  if (claim === 'completed') return { status: 'duplicate' }
  if (claim === 'in-progress') return { status: 'in-progress' }
  // Taking any other answer for a success would lose the event.
  if (claim !== 'claimed') {
    throw new TypeError('store.claim must answer claimed, in-progress or completed.')
  }
  note({ status: 'running' })
  try {
    await handle(event, context)
  } catch (error) {
    const failed = {
      status: asksForRetry(error) ? 'retry-later' : 'handler-failed',
      error,
    } as const
    // Before the store is asked, so that the failure is not acknowledged while the store takes its time.
    note(failed)
    // Once the lease has ended, somebody else may have the key, and then it is not ours to give back.
    if (now() < leaseEndsAt) await giveBack(store, key, error)
    return failed
  }
  await store.complete(key)
  return { status: 'handled' }
}

async function giveBack(store: WebhookStore, key: string, error: unknown): Promise<void> {
  try {
    await store.release(key)
  } catch (storeError) {
    const both = 'A handler failed, and the store could not give its claim back.'
    throw new AggregateError([error, storeError], both)
  }
}

function storeFailed(error: unknown): HandlerState {
  return { status: 'store-failed', error }
}
