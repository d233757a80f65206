import { isScalapayError } from '../errors/guards.js'
import { madeUnsure } from '../errors/made-unsure.js'
import { type Money, toCents } from '../money.js'
import type { RequestOptions } from '../options.js'
import { invalidInput } from '../resources/invalid-input.js'
import { isApproved, type Payments } from '../resources/payments.js'
import { lowerStatus } from '../resources/status.js'
import { unusableAnswer } from '../resources/unusable-answer.js'
import { backoffMs } from '../retry/backoff.js'
import { type Clock, sleep } from '../retry/clock.js'
import { startDeadline } from '../retry/deadline.js'
import { responseOf } from '../transport/response-info.js'
import type { Capture, Order } from '../types.js'
import { type ReadableOrders, readOrder } from './read.js'
import {
  type CheckoutOutcome,
  type ExpectedOrder,
  type FindOrders,
  isBoundTo,
  outcomeOf,
} from './state.js'

/** What `checkout.complete` is told. */
export interface CompleteInput {
  /** The order's token, from the return URL, the webhook or the shop's own record. */
  token: string
  /** From the shop's own record, never from the request that brought the token. */
  expect: ExpectedOrder
  /**
   * What to do with an authorised order: take all of it, take a part and give up the rest, keep it open, or nothing. One that
   * was delayed before is taken by the first two, so a shop that delays says so in its sweep too.
   * @default 'full'
   */
  capture?: 'full' | Money | 'delay' | 'none' | undefined
}

/** What became of an order, and whether this call did it. */
export interface CompletedCheckout {
  /** What became of the order: decide by this alone what to ship. */
  outcome: CheckoutOutcome
  /** The order as it stands now. */
  order: Order
  /**
   * Whether this call is known to have captured or delayed it. False when that had happened before, elsewhere at the same
   * time, or when the answer was lost and the order had to be read: decide what to ship by `outcome`, not by this.
   */
  changed: boolean
}

/** The last argument of `checkout.complete`. The idempotency key is always derived. */
export type CompleteOptions = Omit<RequestOptions, 'idempotencyKey'>

/** What an order is completed with. */
export interface CompleteTools {
  orders: ReadableOrders
  payments: Pick<Payments, 'capture' | 'delay'>
  clock: Clock
  random: () => number
  deadlineMs: number
}

const MAX_ROUNDS = 5

/** See `Checkout.complete`. */
export async function completeCheckout(
  input: CompleteInput,
  tools: CompleteTools,
  options: CompleteOptions = {},
): Promise<CompletedCheckout> {
  requireUsable(input)
  const limited = withOneDeadline(tools, options)
  const find: FindOrders = (search) => tools.orders.find(search, limited())
  /** Whether a round may have moved money: a later one that fails before its request cannot say that none has. */
  let isUnsure = false
  try {
    let order = await readOrder(tools.orders, input.token, limited())
    for (let round = 1; ; round += 1) {
      const isBound = await isBoundTo(order, input.expect, find)
      // What a read shows of the total after a partial capture is not published, and this may be one.
      if (!isBound && isUnsure) throw unusableAnswer('getOrder', order, NOT_BOUND, {})
      const outcome = isBound ? outcomeOf(order) : 'mismatch'
      if (!isOpenTo(outcome, input.capture)) return { outcome, order, changed: false }
      try {
        return await settle(order, input, tools, limited())
      } catch (error) {
        isUnsure ||= isScalapayError(error) && error.outcome === 'unknown'
        order = await readAfter(error, round, input, { ...tools, limited })
      }
    }
  } catch (error) {
    throw isUnsure ? unsure(error) : error
  }
}

/** A read that fails after a capture is not what has failed. */
function unsure(error: unknown): unknown {
  const isRead = isScalapayError(error) && READS.has(error.operation)
  const operation = isRead ? 'checkout.complete' : undefined
  return madeUnsure(error, { operation, hint: HINT_UNSURE })
}

const NOT_BOUND = 'the order is not the expected one any more'
const READS: ReadonlySet<string | undefined> = new Set(['getOrder', 'findOrders'])
const HINT_UNSURE =
  'A capture or delay was sent before this failed, and may have been done. Leave the order open and complete it again.'

/**
 * Reads the order after a failure: somebody else may have settled it meanwhile, or this call did and its answer was lost.
 *
 * @throws the failure, when the order is still open and nobody else is at work on it
 */
async function readAfter(
  error: unknown,
  round: number,
  input: CompleteInput,
  { orders, clock, random, limited }: CompleteTools & { limited: () => RequestOptions },
): Promise<Order> {
  if (!isScalapayError(error)) throw error
  const order = await readOrder(orders, input.token, limited()).catch(() => {
    // The failure says whether money may have moved; that this read failed too adds nothing.
    throw error
  })
  if (!isOpenTo(outcomeOf(order), input.capture)) return order
  if (error.name !== 'ScalapayConflictError' || round >= MAX_ROUNDS) throw error
  await sleep(clock, backoffMs(round, random()), limited().signal)
  return order
}

/** Whether there is something left to do on an order in this state. */
function isOpenTo(outcome: CheckoutOutcome, capture: CompleteInput['capture']): boolean {
  if (capture === 'none') return false
  return outcome === 'authorized' || (outcome === 'delayed' && capture !== 'delay')
}

async function settle(
  order: Order,
  input: CompleteInput,
  { orders, payments }: CompleteTools,
  options: RequestOptions,
): Promise<CompletedCheckout> {
  const { token, capture = 'full' } = input
  const { merchantReference } = input.expect
  if (capture === 'delay') {
    const delay = await payments.delay(token, { merchantReference }, options)
    if (lowerStatus(delay.status) !== 'authorized') {
      return afterRefusal(delay, order, orders, options)
    }
    return {
      outcome: 'delayed',
      order: { ...order, captureStatus: 'delayed' },
      changed: isFirst(delay),
    }
  }
  const amount = typeof capture === 'object' ? { amount: capture } : {}
  const captured = await payments.capture({ token, merchantReference, ...amount }, options)
  if (!isApproved(captured)) return afterRefusal(captured, order, orders, options)
  const charged: Order = { ...order, status: 'charged', captureStatus: 'captured' }
  return { outcome: 'captured', order: charged, changed: isFirst(captured) }
}

/**
 * What became of an order whose capture or delay was answered, but not approved: it is read again. The words for it are not
 * published: one that says no is believed of an order that is still open, which counts as `authorized` after any other.
 */
async function afterRefusal(
  answer: Pick<Capture, 'status'>,
  order: Order,
  orders: CompleteTools['orders'],
  options: RequestOptions,
): Promise<CompletedCheckout> {
  // Also after a no: somebody else may have captured meanwhile, and the shopper must not be asked to pay again.
  const now = await readOrder(orders, order.token, options).catch((error: unknown) => {
    throw madeUnsure(error, {})
  })
  const outcome = outcomeOf(now)
  const isDeclined = SAYS_NO.test(String(answer.status)) && !ENDED.has(outcome)
  return { outcome: isDeclined ? 'declined' : outcome, order: now, changed: false }
}

/** States of an order that say more than a capture which was not approved. */
const ENDED: ReadonlySet<CheckoutOutcome> = new Set(['captured', 'refunded', 'voided', 'expired'])

const SAYS_NO = /declin|denied|reject|refus|fail/i

function isFirst(answer: object): boolean {
  return !responseOf(answer).idempotencyReplayed
}

/** Gives each request what is left of one deadline over all of them. */
function withOneDeadline(tools: CompleteTools, options: CompleteOptions): () => RequestOptions {
  const remaining = startDeadline(tools.clock, options.deadlineMs ?? tools.deadlineMs)
  return () => ({ ...options, deadlineMs: remaining() })
}

const CAPTURES: readonly unknown[] = ['full', 'delay', 'none']

function requireUsable(input: Partial<CompleteInput> | undefined): void {
  const { expect, capture = 'full' } = input ?? {}
  const reference = expect?.merchantReference
  if (typeof reference !== 'string' || reference === '') {
    throw unusable(
      'expect.merchantReference',
      'is missing. Take it from your own record of the order.',
    )
  }
  requireAmount('expect.totalAmount', expect?.totalAmount)
  if (typeof capture === 'object' && capture !== null) requireAmount('capture', capture)
  else if (!CAPTURES.includes(capture)) {
    throw unusable('capture', "must be 'full', 'delay', 'none' or an amount.")
  }
}

function requireAmount(name: string, amount: Money | undefined): void {
  try {
    toCents(amount as Money)
  } catch (error) {
    throw unusable(
      name,
      `is not an amount. ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  // In another form it would equal the amount of no order, and every order would count as another one.
  if (!/^[A-Z]{3}$/.test(String(amount?.currency))) {
    throw unusable(name, "needs a currency in capital letters, such as 'EUR'.")
  }
}

function unusable(name: string, problem: string): Error {
  return invalidInput('checkout.complete', name, problem)
}
