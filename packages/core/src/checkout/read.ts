import type { ScalapayServerError } from '../errors/api.js'
import { type Money, toCents } from '../money.js'
import type { RequestOptions } from '../options.js'
import type { OrderSearch, Orders } from '../resources/orders.js'
import { unusableAnswer } from '../resources/unusable-answer.js'
import type { Order, OrderReference } from '../types.js'

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
  throw unreadable('getOrder', 'a status and a totalAmount', order)
}

/**
 * Looks orders up.
 *
 * @throws ScalapayServerError when the answer is not a list of them
 */
export async function findOrders(
  orders: ReadableOrders,
  search: OrderSearch,
  options: RequestOptions,
): Promise<OrderReference[]> {
  const found: unknown = await orders.find(search, options)
  if (Array.isArray(found) && found.every((row) => row !== null)) return found
  throw unreadable('findOrders', 'a list of orders', found as object)
}

function isAmount(value: unknown): value is Money {
  try {
    toCents(value as Money)
    return typeof (value as Money).currency === 'string'
  } catch {
    return false
  }
}

function unreadable(operation: string, missing: string, answer: object): ScalapayServerError {
  return unusableAnswer(operation, answer, `Scalapay answered without ${missing}`, {
    retryable: true,
    hint: 'Leave the order open and ask again.',
  })
}
