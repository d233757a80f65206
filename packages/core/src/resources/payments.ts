import { ScalapayRequestError } from '../errors/api.js'
import { isReplayed } from '../errors/from-response.js'
import type { RequestOptions } from '../options.js'
import type { ReadAnswer } from '../transport/attempt.js'
import type { Answer, Call, OptionsForRead, Renewal } from '../transport/call.js'
import type { Capture, CaptureInput, Delay, Refund, RefundInput, VoidedPayment } from '../types.js'
import { requireObject } from './invalid-input.js'
import { isAuthorized, isDelayed, lowerStatus } from './status.js'

/** What a delay may be given. */
export interface DelayOptions {
  /**
   * Milliseconds until the authorisation is voided by itself.
   * @default 432_000_000 (5 days; source: Scalapay's specification)
   */
  authorizationExpiryMilliseconds?: number | undefined
  /** Your reference of the order. */
  merchantReference?: string | undefined
}

/** What a void may be given. */
export interface VoidOptions {
  /** Your reference of the order. */
  merchantReference?: string | undefined
}

const DEFAULT_AUTHORIZATION_EXPIRY_MS = 432_000_000

/**
 * Money of online orders. Every method carries an idempotency key, so that repeating a call does not move money twice: an order
 * is captured once in any case, a refund for as long as Scalapay keeps its key.
 */
export class Payments {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Takes the money of an authorised order, once. Without an `amount`, all of it; with one, the rest is given up.
   *
   * Only `status: 'APPROVED'` in the answer means that money was taken: any other value, even with HTTP 200, does not.
   *
   * @throws ScalapayRequestError when the order cannot be captured: not authorised, expired, or captured before
   * @throws ScalapayError with `outcome: 'unknown'` when it may have been captured; `checkout.complete` finds out
   */
  async capture(input: CaptureInput, options?: RequestOptions): Promise<Capture> {
    requireObject('capturePayment', 'the capture', input, "{ token: 'T1' }")
    const { token } = input
    const renewal: Renewal = {
      isOver: (answer, optionsForRead) => this.#wasRefusedBefore(answer, token, optionsForRead),
      // Of a delayed order, a read does not show what was captured in parts.
      isUndone: this.#isStillOpen(token, (wasDelayed) => !wasDelayed || !input.amount),
    }
    const call = { orderToken: token, body: input, reference: token, renewal }
    return this.#call('capturePayment', call, options)
  }

  /**
   * Keeps an authorised order open for a later capture, five days unless told otherwise.
   *
   * @throws ScalapayRequestError when the order is not authorised
   */
  async delay(token: string, delay: DelayOptions = {}, options?: RequestOptions): Promise<Delay> {
    requireObject(
      'delayPayment',
      'the delay',
      delay,
      '{ authorizationExpiryMilliseconds: 432_000_000 }',
    )
    const authorizationExpiryMilliseconds =
      delay.authorizationExpiryMilliseconds ?? DEFAULT_AUTHORIZATION_EXPIRY_MS
    const body = { ...delay, authorizationExpiryMilliseconds }
    const renewal = { isUndone: this.#isStillOpen(token, (wasDelayed) => !wasDelayed) }
    const input = { path: { token }, body, reference: token, renewal }
    return this.#call('delayPayment', input, options)
  }

  /**
   * Gives an authorisation up before anything was captured. After a capture, use `refund`.
   *
   * @throws ScalapayRequestError when there is no authorisation to give up
   */
  async void(
    token: string,
    input: VoidOptions = {},
    options?: RequestOptions,
  ): Promise<VoidedPayment> {
    requireObject('voidPayment', 'the void', input, "{ merchantReference: 'order-1' }")
    const renewal = { isUndone: this.#isStillOpen(token, () => true) }
    const call = { path: { token }, body: input, reference: token, renewal }
    return this.#call('voidPayment', call, options)
  }

  /**
   * Gives money back, in whole or in part, any number of times up to what was captured.
   *
   * Give each refund its own `merchantRefundReference`: the same reference and amount sent again is then the same refund,
   * after a crash or a double click too, whatever else is sent along. Without it, every call is a refund of its own. How
   * long Scalapay remembers it is not published, and once forgotten it is a second refund: repeat within the hour, and look
   * into the merchant portal later. A refusal is an answer to its reference: where Scalapay stores it, only a new reference
   * is heard again.
   *
   * The order is read first.
   *
   * @throws ScalapayRequestError when nothing was captured yet: use `void`; or when it is more than was captured
   * @throws ScalapayError with `outcome: 'unknown'` when it may have been made; repeat it soon, with the same reference and amount
   */
  async refund(token: string, refund: RefundInput, options?: RequestOptions): Promise<Refund> {
    requireObject('refundPayment', 'the refund', refund, "{ refundAmount: eur('10.00') }")
    const { merchantRefundReference, refundAmount } = refund
    const input = {
      path: { token },
      body: refund,
      reference: merchantRefundReference,
      intent: { merchantRefundReference, refundAmount },
      precondition: (optionsForRead: OptionsForRead) =>
        this.#requireCaptured(token, optionsForRead),
    }
    return this.#call('refundPayment', input, options)
  }

  #read(token: string, options: RequestOptions): Promise<Answer<'getOrder'>> {
    return this.#call('getOrder', { path: { token } }, options)
  }

  /** A refund of an order that is only authorised is a mistake for a void; Scalapay's code for it is not published. */
  async #requireCaptured(token: string, optionsForRead: OptionsForRead): Promise<void> {
    const forRead = optionsForRead()
    // Whether the read fails says nothing about the refund, which has its own answer.
    // A part of the deadline only: most of it belongs to the refund.
    const deadlineMs = Math.ceil(forRead.deadlineMs / 3)
    const options = { ...forRead, maxAttempts: 1, deadlineMs }
    const order = await this.#read(token, options).catch(() => undefined)
    // A delayed order may have been captured in parts, which a read does not show.
    if (!isAuthorized(order) || isDelayed(order)) return
    throw new ScalapayRequestError(
      'refundPayment: the order is authorised, but nothing was captured yet.',
      {
        operation: 'refundPayment',
        outcome: 'not-sent',
        hint: 'Use payments.void to give the authorisation up.',
      },
    )
  }

  /**
   * Tells whether an order is still as it was before a write that broke down.
   *
   * @param isProof whether an authorised order proves it, given whether it is delayed
   */
  #isStillOpen(
    token: string,
    isProof: (wasDelayed: boolean) => boolean,
  ): (optionsForRead: OptionsForRead) => Promise<boolean> {
    return async (optionsForRead) => {
      // What cannot be read proves nothing, and the error of the write says more than that of the read.
      const order = await this.#read(token, optionsForRead()).catch(() => undefined)
      return isAuthorized(order) && isProof(isDelayed(order))
    }
  }

  /** Whether the answer is a stored one that was not approved, while the order still waits to be captured. */
  async #wasRefusedBefore(
    { wire, data }: ReadAnswer,
    token: string,
    optionsForRead: OptionsForRead,
  ): Promise<boolean> {
    if (!isReplayed(wire) || isApproved(data as Capture)) return false
    const order = await this.#read(token, optionsForRead())
    return isAuthorized(order)
  }
}

/** Whether a capture took the money: only one status says so, and none of the others is published. */
export function isApproved(capture: Capture): boolean {
  return lowerStatus(capture.status) === 'approved'
}
