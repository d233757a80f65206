import { isScalapayError } from '../errors/guards.js'
import { asUnknownOutcome } from '../errors/unknown-outcome.js'
import type { RequestOptions } from '../options.js'
import { isApproved, type Payments } from '../resources/payments.js'
import { lowerStatus } from '../resources/status.js'
import { unusableAnswer } from '../resources/unusable-answer.js'
import { backoffMs } from '../retry/backoff.js'
import { type Clock, sleep } from '../retry/clock.js'
import { startDeadline } from '../retry/deadline.js'
import { responseOf } from '../transport/response-info.js'
import type { Capture, Order } from '../types.js'
import { type CompleteInput, requireUsable } from './complete-input.js'
import { type ReadableOrders, readOrder } from './read.js'
import { type CheckoutOutcome, type FindOrders, isBoundTo, outcomeOf } from './state.js'

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
  const history: History = { isUnsure: false }
  try {
    return await settleUntilKnown(input, { ...tools, limited }, history)
  } catch (error) {
    throw history.isUnsure ? unsure(error) : error
  }
}

/** What the rounds before came to. */
interface History {
  /** Whether one may have moved money: a later one that fails before its request cannot say that none has. */
  isUnsure: boolean
}

/** `CompleteTools`, and options for the next request, with what is left of the deadline. */
interface LimitedTools extends CompleteTools {
  limited: () => RequestOptions
}

async function settleUntilKnown(
  input: CompleteInput,
  tools: LimitedTools,
  history: History,
): Promise<CompletedCheckout> {
  const { orders, limited } = tools
  const find: FindOrders = (search) => orders.find(search, limited())
  let order = await readOrder(orders, input.token, limited())
  for (let round = 1; ; round += 1) {
    const isBound = await isBoundTo(order, input.expect, find)
    // What a read shows of the total after a partial capture is not published, and this may be one.
    if (!isBound && history.isUnsure) throw unusableAnswer('getOrder', order, NOT_BOUND, {})
    const outcome = isBound ? outcomeOf(order) : 'mismatch'
    if (!isOpenTo(outcome, input.capture)) return { outcome, order, changed: false }
    try {
      return await settle(order, input, tools)
    } catch (error) {
      history.isUnsure ||= isScalapayError(error) && error.outcome === 'unknown'
      order = await readAfter(error, round, input, tools)
    }
  }
}

/** A read that fails after a capture is not what has failed. */
function unsure(error: unknown): unknown {
  const isRead = isScalapayError(error) && READS.has(error.operation)
  const operation = isRead ? 'checkout.complete' : undefined
  return asUnknownOutcome(error, { operation, hint: HINT_UNSURE })
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
  { orders, clock, random, limited }: LimitedTools,
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
  { orders, payments, limited }: LimitedTools,
): Promise<CompletedCheckout> {
  const options = limited()
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
    throw asUnknownOutcome(error, {})
  })
  const outcome = outcomeOf(now)
  const isDeclined = SAYS_NO.test(String(answer.status)) && !OUTRANKS_REFUSAL.has(outcome)
  return { outcome: isDeclined ? 'declined' : outcome, order: now, changed: false }
}

/** States of an order that say more than a capture which was not approved. */
const OUTRANKS_REFUSAL: ReadonlySet<CheckoutOutcome> = new Set([
  'captured',
  'refunded',
  'voided',
  'expired',
])

const SAYS_NO = /declin|denied|reject|refus|fail/i

function isFirst(answer: object): boolean {
  return !responseOf(answer).idempotencyReplayed
}

/** Gives each request what is left of one deadline over all of them. */
function withOneDeadline(tools: CompleteTools, options: CompleteOptions): () => RequestOptions {
  const remaining = startDeadline(tools.clock, options.deadlineMs ?? tools.deadlineMs)
  return () => ({ ...options, deadlineMs: remaining() })
}
