import type { ScalapayError } from '../errors/base.js'
import { isScalapayError } from '../errors/guards.js'
import { findUnknownOptions } from '../option-checks.js'
import { invalidInput } from '../resources/invalid-input.js'
import { untilAborted } from '../transport/timeout.js'
import type { CompletedCheckout, CompleteOptions } from './complete.js'
import type { CompleteInput } from './complete-input.js'

/** The open orders of a shop. */
export type OpenOrders = Iterable<CompleteInput> | AsyncIterable<CompleteInput>

/** The last argument of `checkout.sweep`. Its limits hold for each order; its signal ends the sweep. */
export interface SweepOptions extends CompleteOptions {
  /**
   * How many orders are worked on at once: from 1 to 64.
   * @default 4
   */
  concurrency?: number | undefined
  /** Told about each order as soon as it is settled or has failed, so that no result is lost should the list break. */
  onResult?: ((result: SweepResult) => void) | undefined
}

/** What became of one open order: settled or still open, or an error that leaves it open. */
export type SweepResult =
  | ({ token: string; error?: never } & CompletedCheckout)
  | { token: string; error: ScalapayError; outcome?: never; order?: never; changed?: never }

/** Completes one order. */
export type CompleteOne = (
  input: CompleteInput,
  options: CompleteOptions,
) => Promise<CompletedCheckout>

const DEFAULT_CONCURRENCY = 4
/** As many as the Node transport has connections. */
const MOST_AT_ONCE = 64

/**
 * Runs `complete` over the orders that a shop still has open. One that fails does not stop the others. A broken list does, or
 * an error that is not Scalapay's: the orders at hand are then finished and no more are taken.
 *
 * When the signal fires, the orders not yet taken are left out of the results, and a list that takes its time is not waited
 * for.
 */
export async function sweepOrders(
  open: OpenOrders,
  complete: CompleteOne,
  { concurrency = DEFAULT_CONCURRENCY, onResult, ...options }: SweepOptions = {},
): Promise<SweepResult[]> {
  requireConcurrency(concurrency)
  requireKnown(options)
  const results: SweepResult[] = []
  const queue = queueOf(open, options.signal)
  let isBroken = false
  const isAborted = () => options.signal?.aborted === true
  const work = async () => {
    while (!isBroken && !isAborted()) {
      const next = await queue.next()
      if (next === undefined || isAborted()) return
      const result = await settleOne(next.order, complete, options)
      results.push(result)
      onResult?.(result)
    }
  }
  const worker = () =>
    work().catch((error: unknown) => {
      isBroken = true
      throw error
    })
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, worker))
  await queue.close()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return results
}

function requireConcurrency(concurrency: number): void {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1 && concurrency <= MOST_AT_ONCE) return
  const problem = `must be a whole number from 1 to ${MOST_AT_ONCE}.`
  throw invalidInput('checkout.sweep', 'concurrency', problem)
}

const KNOWN: Readonly<Record<keyof SweepOptions, true>> = {
  signal: true,
  timeoutMs: true,
  deadlineMs: true,
  maxAttempts: true,
  headers: true,
  apiKey: true,
  concurrency: true,
  onResult: true,
}

/** Once, and not for each order. */
function requireKnown(options: CompleteOptions): void {
  const [problem] = findUnknownOptions(options, KNOWN)
  if (problem !== undefined)
    throw invalidInput('checkout.sweep', 'options', `are wrong. ${problem}`)
}

/** The list, for several workers to take from. */
interface Queue {
  /** The next order; `undefined` at the end of the list, or when the signal fires while the list takes its time. */
  next: () => Promise<{ order: CompleteInput } | undefined>
  /** Closes the list, which may hold something open, such as a cursor of a database. */
  close: () => Promise<void>
}

function queueOf(open: OpenOrders, signal: AbortSignal | undefined): Queue {
  const rows = rowsOf(open)
  let awaited = 0
  const ask = async () => {
    awaited += 1
    const next = await rows.next().finally(() => {
      awaited -= 1
    })
    return next.done === true ? undefined : { order: next.value }
  }
  return {
    next: () => (signal === undefined ? ask() : unlessAborted(ask(), signal)),
    close: async () => {
      const closed = rows.return()
      // A list that still hangs after the signal closes when it goes on: nobody can wait for that.
      if (awaited > 0) closed.catch(() => undefined)
      else await closed
    },
  }
}

/** An async generator answers several who ask at once, one after the other. */
async function* rowsOf(open: OpenOrders): AsyncGenerator<CompleteInput, void> {
  yield* open
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return untilAborted(promise, signal).catch((error: unknown) => {
    if (signal.aborted && error === signal.reason) return undefined
    throw error
  })
}

async function settleOne(
  input: CompleteInput,
  complete: CompleteOne,
  options: CompleteOptions,
): Promise<SweepResult> {
  const { token } = input
  try {
    return { token, ...(await complete(input, options)) }
  } catch (error) {
    if (isScalapayError(error)) return { token, error }
    throw error
  }
}
