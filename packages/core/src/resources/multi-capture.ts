import { ScalapayRequestError } from '../errors/api.js'
import type { Money } from '../money.js'
import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type { DelayedCaptureInput, DelayedPayment, DelayedRefundInput } from '../types.js'
import { createOpenAmounts, exceeds } from './open-amounts.js'

/**
 * Several captures of one delayed order.
 *
 * Outside Scalapay's published specification (source: their documentation of 2021), and by contract only: ask your contact
 * before you rely on it. It takes no idempotency key, so nothing here is ever repeated once it may have arrived: after an
 * error whose `outcome` is `unknown`, read the order before you decide.
 */
export class MultiCapture {
  readonly #call: Call
  readonly #open = createOpenAmounts()

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Takes a part. Taking the whole remainder closes the order by itself.
   *
   * A part above what Scalapay last told this client to be open is refused without being sent, since what is open never
   * grows (assumption). What another process has taken is not known here: then the refusal is Scalapay's own.
   *
   * @throws ScalapayRequestError when more is asked for than is open
   */
  async capture(
    token: string,
    input: DelayedCaptureInput,
    options?: RequestOptions,
  ): Promise<DelayedPayment> {
    this.#requireOpen(token, input.amount)
    const request = { path: { token }, body: input }
    return this.#remember(token, await this.#call('captureDelayedPayment', request, options))
  }

  /** Lowers the order's total; `refundCapturedAmount` says how much of it comes from what was captured. */
  async refund(
    token: string,
    input: DelayedRefundInput,
    options?: RequestOptions,
  ): Promise<DelayedPayment> {
    const request = { path: { token }, body: input }
    return this.#remember(token, await this.#call('refundDelayedPayment', request, options))
  }

  /** Closes the order with what was captured, and releases the rest. */
  void(token: string, options?: RequestOptions): Promise<DelayedPayment> {
    return this.#call('voidDelayedPayment', { path: { token } }, options)
  }

  #remember(token: string, answer: DelayedPayment): DelayedPayment {
    if (answer.openToCaptureAmount) this.#open.set(token, answer.openToCaptureAmount)
    return answer
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
        hint: `Capture at most ${open.amount} ${open.currency}, or read the order if another process works on it.`,
      },
    )
  }
}
