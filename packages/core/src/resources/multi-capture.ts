import { ScalapayRequestError } from '../errors/api.js'
import { isScalapayError } from '../errors/guards.js'
import type { Money } from '../money.js'
import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type { DelayedCaptureInput, DelayedPayment, DelayedRefundInput } from '../types.js'
import { createOpenAmounts, exceeds } from './open-amounts.js'
import { createRecentKeys } from './recent-keys.js'

/** More than any outage leaves open in one process, and below a megabyte. */
const UNSURE_REMEMBERED = 10_000

/**
 * Several captures of one delayed order.
 *
 * Outside Scalapay's published specification (source: their documentation of 2021), and by contract only: ask your contact
 * before you rely on it. It takes no idempotency key, so nothing here is ever repeated once it may have arrived. No read of
 * the order shows what was captured in parts: after an error whose `outcome` is `unknown`, look into the merchant portal or
 * wait for the report before you capture or refund again. This client refuses both for that order until then; it remembers
 * at least the last 10,000 such orders.
 */
export class MultiCapture {
  readonly #call: Call
  readonly #open = createOpenAmounts()
  /** Orders of which a write may have been carried out without an answer. */
  readonly #unsure = createRecentKeys(UNSURE_REMEMBERED)

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Takes a part. Taking the whole remainder closes the order by itself.
   *
   * A part above what Scalapay last told this client to be open is refused without being sent, since what is open never
   * grows (assumption). What another process has taken is not known here: then the refusal is Scalapay's own.
   *
   * @throws ScalapayRequestError when more is asked for than is open, or an earlier write has an unknown outcome
   */
  async capture(
    token: string,
    input: DelayedCaptureInput,
    options?: RequestOptions,
  ): Promise<DelayedPayment> {
    this.#requireSure(token, 'captureDelayedPayment')
    this.#requireOpen(token, input.amount)
    const request = { path: { token }, body: input }
    return this.#watch(token, this.#call('captureDelayedPayment', request, options))
  }

  /**
   * Lowers the order's total; `refundCapturedAmount` says how much of it comes from what was captured.
   *
   * @throws ScalapayRequestError when an earlier write has an unknown outcome: money might go back twice
   */
  async refund(
    token: string,
    input: DelayedRefundInput,
    options?: RequestOptions,
  ): Promise<DelayedPayment> {
    this.#requireSure(token, 'refundDelayedPayment')
    const request = { path: { token }, body: input }
    return this.#watch(token, this.#call('refundDelayedPayment', request, options))
  }

  /**
   * Closes the order with what was captured, and releases the rest.
   *
   * @throws ScalapayRequestError when Scalapay refuses it
   */
  void(token: string, options?: RequestOptions): Promise<DelayedPayment> {
    return this.#call('voidDelayedPayment', { path: { token } }, options)
  }

  async #watch(token: string, call: Promise<DelayedPayment>): Promise<DelayedPayment> {
    try {
      const answer = await call
      if (answer.openToCaptureAmount) this.#open.set(token, answer.openToCaptureAmount)
      return answer
    } catch (error) {
      if (isScalapayError(error) && error.outcome === 'unknown') this.#unsure.add(token)
      throw error
    }
  }

  #requireSure(token: string, operation: string): void {
    if (!this.#unsure.has(token)) return
    throw new ScalapayRequestError(
      `${operation}: an earlier write on this order has an unknown outcome.`,
      {
        operation,
        outcome: 'not-sent',
        hint: 'Find out in the merchant portal or the report what was captured and refunded, then go on with a new client.',
      },
    )
  }

  #requireOpen(token: string, amount: Money): void {
    const open = this.#open.get(token)
    if (open === undefined || !exceeds(amount, open)) return
    throw new ScalapayRequestError(
      `captureDelayedPayment: ${amount.amount} ${amount.currency} is more than the ${open.amount} ${open.currency} that is open.`,
      {
        operation: 'captureDelayedPayment',
        outcome: 'not-sent',
        validationErrors: [
          { path: ['amount'], messages: [`${open.amount} is open`], types: ['number.max'] },
        ],
        hint: `Capture at most ${open.amount} ${open.currency}. If another process captures this order too, check the merchant portal first.`,
      },
    )
  }
}
