import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type {
  CreateInStoreOrderInput,
  InStoreOrder,
  InStoreRefund,
  InStoreRefundInput,
  NewInStoreOrder,
  OrderReference,
} from '../types.js'
import { requireObject } from './invalid-input.js'
import type { OrderSearch } from './orders.js'

/**
 * Orders at the till, with the device key. Scalapay takes no idempotency key here, so a write is never repeated once it may
 * have arrived: after an error whose `outcome` is `unknown`, look the order up with `find` before you charge again.
 */
export class InStore {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Creates an order from the shopper's barcode, and charges it at once.
   *
   * @throws ScalapayError with `outcome: 'unknown'` when it may have been charged; `find(error.findBy)` tells
   */
  async create(order: CreateInStoreOrderInput, options?: RequestOptions): Promise<NewInStoreOrder> {
    requireObject('createInStoreOrder', 'the order', order, "{ totalAmount: eur('49.90'), … }")
    return this.#call(
      'createInStoreOrder',
      { body: order, merchantReference: order.merchantReference },
      options,
    )
  }

  /**
   * Reads an order as Scalapay has it now.
   *
   * @throws ScalapayOrderNotFoundError when there is no such order under this key
   */
  get(token: string, options?: RequestOptions): Promise<InStoreOrder> {
    return this.#call('getInStoreOrder', { path: { token } }, options)
  }

  /**
   * Finds orders by reference: at most 100, the newest first.
   *
   * @throws ScalapayRequestError when no reference is given
   */
  find(search: OrderSearch, options?: RequestOptions): Promise<OrderReference[]> {
    return this.#call('findInStoreOrders', { query: search }, options)
  }

  /**
   * Gives money back, in whole or in part. After an error with `outcome: 'unknown'` no read of the order shows whether it was
   * done: look into the merchant portal, or wait for the report, before you refund again.
   *
   * @throws ScalapayRequestError when it is more than was charged
   */
  async refund(
    token: string,
    refund: InStoreRefundInput,
    options?: RequestOptions,
  ): Promise<InStoreRefund> {
    requireObject('refundInStoreOrder', 'the refund', refund, "{ refundAmount: eur('10.00') }")
    return this.#call('refundInStoreOrder', { path: { token }, body: refund }, options)
  }
}
