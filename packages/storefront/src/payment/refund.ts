import { eur, isScalapayError, type Money } from '@scalapay-kit/core'
import { isRefundReference } from '../domain/ids.js'
import { refundableAmount, type ShopOrder } from '../domain/order.js'
import type { Shop, ShopLog } from '../shop.js'

type RefundContext = Pick<Shop, 'scalapay' | 'orders'> & { readonly log: ShopLog }

/** What the refund form posts. */
export interface RefundForm {
  /** The reference that stood in the form, so that posting it twice refunds once. */
  readonly refundReference: string
  /** In euro, as typed. */
  readonly amount: string
}

/**
 * What became of a refund, in the shopkeeper's words where it was not made.
 *
 * - `refunded`, `refund-under-way`: show the order with this notice.
 * - `refused`: the amount cannot be used; nothing was sent.
 * - `failed`: Scalapay did not make it, or did not answer.
 */
export type RefundResult =
  | { outcome: 'refunded' | 'refund-under-way' }
  | { outcome: 'refused'; amountProblem: string }
  | { outcome: 'failed'; problem: string }

/** Refunds once for each reference, whatever is clicked twice and whichever answer is lost. */
export async function refundOrder(
  context: RefundContext,
  order: ShopOrder,
  form: RefundForm,
): Promise<RefundResult> {
  // The page of an order is the shopper's, who could take the goods and the money: a shop has a login for this.
  if (context.scalapay.environment === 'production') return refused(NOT_WITH_REAL_MONEY)
  const { refundReference } = form
  const amount = readAmount(form.amount)
  if (amount === undefined || !isRefundReference(refundReference, order.merchantReference)) {
    return refused('Write the amount in euro, for example 19.90.')
  }
  const start = await context.orders.startRefund(order.id, refundReference, amount)
  if (start === 'refused') {
    const left = refundableAmount(order).amount
    return refused(`Write an amount above 0 and up to the ${left} that is left.`)
  }
  if (start === 'under-way') return { outcome: 'refund-under-way' }
  if (start === 'known') return { outcome: 'refunded' }
  if (start === 'too-late') return { outcome: 'failed', problem: TOO_LATE }
  const refund = { order, reference: refundReference, amount, isResend: start === 'resend' }
  const problem = await send(context, refund)
  return problem === undefined ? { outcome: 'refunded' } : { outcome: 'failed', problem }
}

const NOT_WITH_REAL_MONEY =
  "This page is open to the shopper, so that it refunds no real money: use Scalapay's merchant portal."

const TOO_LATE =
  "This refund was sent too long ago to be sent again safely. Scalapay's merchant portal tells whether it was made."

function refused(amountProblem: string): RefundResult {
  return { outcome: 'refused', amountProblem }
}

interface StartedRefund {
  readonly order: ShopOrder
  readonly reference: string
  readonly amount: Money
  readonly isResend: boolean
}

/** @returns what went wrong */
async function send(
  { scalapay, orders, log }: RefundContext,
  { order, reference, amount, isResend }: StartedRefund,
): Promise<string | undefined> {
  if (order.checkout === undefined) throw new Error('A paid order without a checkout token.')
  try {
    await scalapay.payments.refund(order.checkout.token, {
      refundAmount: amount,
      merchantRefundReference: reference,
      merchantReference: order.merchantReference,
    })
    await orders.endRefund(order.id, reference, 'done')
    return undefined
  } catch (error) {
    log.error({ err: error, refund: reference }, 'refund not confirmed')
    // That a repetition failed says nothing about the first attempt, whose answer is still missing.
    const didNothing = !isResend && isScalapayError(error) && error.outcome !== 'unknown'
    await orders.endRefund(order.id, reference, didNothing ? undefined : 'unknown')
    if (!isScalapayError(error)) throw error
    return didNothing
      ? 'Scalapay did not make this refund. No money moved; please try again in a moment.'
      : "Scalapay's answer did not reach us, so the refund may have been made. “Check again” finds out, and never refunds twice."
  }
}

function readAmount(typed: string): Money | undefined {
  try {
    return eur(typed.trim())
  } catch {
    return undefined
  }
}
