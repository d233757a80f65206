import {
  type CompletedCheckout,
  type CompleteOptions,
  type CompleteTools,
  completeCheckout,
} from './complete.js'
import type { CompleteInput } from './complete-input.js'
import { type CheckoutReturn, readReturn } from './return-url.js'
import { type OpenOrders, type SweepOptions, type SweepResult, sweepOrders } from './sweep.js'

/** Settling an order after the hosted checkout. */
export class Checkout {
  readonly #tools: CompleteTools

  constructor(tools: CompleteTools) {
    this.#tools = tools
  }

  /**
   * Settles an order: the one function for the return URL, the webhook and the sweeper. Call it any number of times, in
   * any order, from any number of processes: the money is taken once.
   *
   * It reads the order, refuses one that is not bound to the expected reference and amount (`mismatch`), captures or
   * delays it when it is authorised, and answers what became of it. A lost answer is resolved by reading again.
   *
   * @throws ScalapayRequestError with `outcome: 'not-sent'` when an argument cannot be used
   * @throws ScalapayError when the state of the order could not be learnt; by `outcome`, leave the order open and call
   * again later
   */
  complete(input: CompleteInput, options?: CompleteOptions): Promise<CompletedCheckout> {
    return completeCheckout(input, this.#tools, options)
  }

  /**
   * Completes the orders that the shop's own record still has as open: for a schedule, so that a closed tab and a lost webhook
   * cost nothing. Orders are worked on four at a time unless told otherwise; the results come in no certain order. An order that
   * fails is a result with its `error`, and stays open.
   *
   * @throws ScalapayRequestError when `concurrency` cannot be used; and whatever the list throws
   */
  sweep(open: OpenOrders, options?: SweepOptions): Promise<SweepResult[]> {
    return sweepOrders(open, (input, each) => this.complete(input, each), options)
  }

  /**
   * Takes the token from the return URL and trusts nothing else in it. Never throws.
   *
   * @param url absolute, or path and query as a server sees them
   */
  readReturn(url: string | URL): CheckoutReturn {
    return readReturn(url)
  }
}
