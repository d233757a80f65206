import {
  type CheckoutOutcome,
  type CompletedCheckout,
  isScalapayError,
  type Order,
} from '@scalapay-kit/core'
import { linesOf, totalsOf } from '../domain/cart.js'
import type { Checkout, OrderStatus, ShopOrder, UnpaidState } from '../domain/order.js'
import type { Shop, ShopLog } from '../shop.js'

/** How an order stands after asking Scalapay. `changed`: this very call is the one that found it paid. */
export type Settlement = { paid: true; changed: boolean } | { paid: false; state: UnpaidState }

/** What settling needs. */
export interface SettleContext extends Pick<Shop, 'scalapay' | 'orders' | 'carts'> {
  readonly log: ShopLog
}

/** What is noted of an order holds for the checkout that was asked about, and for no other. */
type OpenedOrder = ShopOrder & { readonly checkout: Checkout }

function isOpened(order: ShopOrder): order is OpenedOrder {
  return order.checkout !== undefined
}

/**
 * Asks Scalapay how an order stands, captures it if the shopper approved it, and notes the outcome.
 * Safe to call any number of times, at the same time too: nothing is captured twice.
 */
export async function settle(context: SettleContext, order: ShopOrder): Promise<Settlement> {
  const { orders, log } = context
  if (order.status === 'paid') return { paid: true, changed: false }
  if (!isOpened(order)) return unpaid('pending')

  const claim = await orders.claimCart(order.id)
  if (claim === 'busy') return unpaid('busy')
  try {
    return claim === 'go' ? await capture(context, order) : await giveUp(context, order)
  } catch (error) {
    if (!isScalapayError(error)) throw error
    log.error(
      { err: error, order: order.merchantReference },
      'payment not settled: ask again later',
    )
    const mayBeCaptured = error.outcome === 'unknown' && CAPTURING.has(error.operation)
    if (mayBeCaptured) await orders.markUnpaid(order.id, order.checkout.token, 'unknown')
    return unpaid('checking')
  } finally {
    if (claim === 'go') await orders.releaseCart(order.id)
  }
}

/** Operations whose failure leaves open whether money was taken; a first read that fails does not. */
const CAPTURING: ReadonlySet<string | undefined> = new Set(['capturePayment', 'checkout.complete'])

async function capture(context: SettleContext, order: OpenedOrder): Promise<Settlement> {
  const { scalapay, orders, carts } = context
  const { token } = order.checkout
  const { outcome, order: atScalapay } = await scalapay.checkout.complete({
    token,
    expect: {
      merchantReference: order.merchantReference,
      // What the shopper agrees to with the shop is the cart as it is now. If it changed after the checkout was
      // opened, it is not what Scalapay would capture, and nothing is captured.
      totalAmount: totalsOf(linesOf(await carts.read(order.cartId))).total,
    },
    capture: 'full',
  })
  switch (outcome) {
    case 'captured':
    case 'refunded':
      return notePaid(context, order)
    case 'expired':
    case 'declined':
    case 'voided':
      // A declined capture leaves the approval standing. The shopper may pay again only once nothing can capture it.
      await release(context, order, atScalapay)
      await close(context, order, outcome)
      return unpaid(outcome)
    case 'mismatch':
      return refuse(context, order)
    default:
      await orders.markUnpaid(order.id, token, 'open')
      return unpaid('pending')
  }
}

async function notePaid(
  { orders, carts, log }: SettleContext,
  order: ShopOrder,
): Promise<Settlement> {
  const changed = await orders.markPaid(order.id)
  if (changed) {
    await carts.retire(order.cartId)
    log.info({ order: order.merchantReference }, 'order paid')
    if (CLOSED.has(order.status)) {
      const { merchantReference, status } = order
      log.warn({ order: merchantReference, was: status }, 'a closed order is paid after all')
    }
  }
  return { paid: true, changed }
}

/** What an order ends as without money. */
type Unpaid = 'expired' | 'declined' | 'voided'

const CLOSED: ReadonlySet<CheckoutOutcome | OrderStatus> = new Set<Unpaid>([
  'expired',
  'declined',
  'voided',
])

function isClosed(outcome: CheckoutOutcome): outcome is Unpaid {
  return CLOSED.has(outcome)
}

/** Statuses of an order whose money was taken. */
const CAPTURED: ReadonlySet<string> = new Set(['charged', 'refunded'])

/**
 * The payment is not the one that the shop agrees to now: nothing is taken, and the approval is released. If only the cart
 * has changed since, what became of the order itself still counts: it may have been captured before the shop learnt of it,
 * and one that has ended must not be asked about for ever.
 */
async function refuse(context: SettleContext, order: OpenedOrder): Promise<Settlement> {
  const { merchantReference } = order
  const { outcome, order: atScalapay } = await readWithoutCapture(context, order)
  if (outcome === 'captured' || outcome === 'refunded') return notePaid(context, order)
  if (isClosed(outcome)) return unpaid(outcome)
  if (CAPTURED.has(statusOf(atScalapay))) {
    context.log.error(
      { order: merchantReference },
      'captured, but not for this order: look into it',
    )
    return unpaid('checking')
  }
  context.log.warn({ order: merchantReference }, 'payment refused: amount or reference differ')
  await release(context, order, atScalapay)
  return unpaid('changed')
}

/** Another order paid for this cart: whatever the shopper approved here is released. */
async function giveUp(context: SettleContext, order: OpenedOrder): Promise<Settlement> {
  const { outcome, order: atScalapay } = await readWithoutCapture(context, order)
  if (outcome === 'captured' || outcome === 'refunded') {
    // By a process that ended before it could note it. To say that nothing was taken would be a lie, and only what is
    // noted as paid can be refunded.
    context.log.error(
      { order: order.merchantReference },
      'cart paid twice: refund one of its orders',
    )
    return notePaid(context, order)
  }
  await release(context, order, atScalapay)
  return unpaid('paid-elsewhere')
}

/** Asks how the order stands that was placed, takes nothing, and notes when it has ended without money. */
async function readWithoutCapture(
  context: SettleContext,
  order: OpenedOrder,
): Promise<CompletedCheckout> {
  const { merchantReference, totals, checkout } = order
  const seen = await context.scalapay.checkout.complete({
    token: checkout.token,
    expect: { merchantReference, totalAmount: totals.total },
    capture: 'none',
  })
  if (isClosed(seen.outcome)) await close(context, order, seen.outcome)
  return seen
}

async function close(
  { orders, log }: SettleContext,
  { id, merchantReference, checkout }: OpenedOrder,
  as: Unpaid,
): Promise<void> {
  const isClosedNow = await orders.markUnpaid(id, checkout.token, as)
  if (isClosedNow) log.info({ order: merchantReference, as }, 'order closed')
}

async function release(
  context: SettleContext,
  order: OpenedOrder,
  atScalapay: Order,
): Promise<void> {
  if (statusOf(atScalapay) !== 'authorized') return
  await context.scalapay.payments.void(atScalapay.token)
  await close(context, order, 'voided')
  context.log.warn({ order: order.merchantReference }, 'approved payment released')
}

/** Statuses come in either case. */
function statusOf(order: Order): string {
  return order.status.toLowerCase()
}

function unpaid(state: UnpaidState): Settlement {
  return { paid: false, state }
}
