import { type Money, toCents } from '../money.js'
import type { RequestOptions } from '../options.js'
import type { Orders } from '../resources/orders.js'
import { unusableAnswer } from '../resources/unusable-answer.js'
import type { Order } from '../types.js'

/** What is read to settle an order. */
export type ReadableOrders = Pick<Orders, 'get' | 'find'>

/**
 * Reads an order. A success may come from something between here and Scalapay: without a status, or a total that is an amount,
 * it says nothing of the order, and must not pass for that of another one, which shops refuse for good.
 *
 * @returns the order under the token that was asked for, which an answer may leave out
 * @throws ScalapayServerError for such an answer
 */
export async function readOrder(
  orders: ReadableOrders,
  token: string,
  options: RequestOptions,
): Promise<Order> {
  const order: Partial<Order> = await orders.get(token, options)
  if (typeof order.status === 'string' && isAmount(order.totalAmount)) {
    return Object.assign(order as Order, { token })
  }
  throw unusableAnswer('getOrder', order, 'the answer has no status or no totalAmount', {
    retryable: true,
    hint: 'Leave the order open and ask again.',
  })
}

function isAmount(value: unknown): value is Money {
  try {
    toCents(value as Money)
    return typeof (value as Money).currency === 'string'
  } catch {
    return false
  }
}
