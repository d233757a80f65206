import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type { CreatedLink, CreateLinkInput, VoidedPayment, VoidLinkInput } from '../types.js'
import { requireObject } from './invalid-input.js'

/**
 * In-store pay by link, with the device key: the shopper pays on a page whose link the shop hands over. It takes no
 * idempotency key, so a write is never repeated once it may have arrived. For links online, use `orders.create` with
 * `type: 'link'`.
 */
export class PayByLink {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Creates a link. Trust its `expires` and not a documented lifetime.
   *
   * @throws ScalapayRequestError when the input is refused; `validationErrors` names the fields
   * @throws ScalapayError with `outcome: 'unknown'` when it may have been created; `inStore.find(error.findBy)` tells
   */
  async create(link: CreateLinkInput, options?: RequestOptions): Promise<CreatedLink> {
    requireObject(
      'createInStorePayByLinkOrder',
      'the link',
      link,
      "{ totalAmount: eur('49.90'), … }",
    )
    return this.#call(
      'createInStorePayByLinkOrder',
      { body: link, merchantReference: link.merchantReference },
      options,
    )
  }

  /**
   * Withdraws a link that was not paid.
   *
   * @throws ScalapayRequestError when there is nothing to withdraw
   */
  void(token: string, input: VoidLinkInput = {}, options?: RequestOptions): Promise<VoidedPayment> {
    return this.#call('voidInStorePayByLinkOrder', { path: { token }, body: input }, options)
  }
}
