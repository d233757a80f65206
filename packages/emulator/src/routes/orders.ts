import { jsonAnswer } from '../answer.js'
import { LINK_EXPIRY_MS, ORDER_EXPIRY_MS } from '../state/assumptions.js'
import { timestamp } from '../state/calendar.js'
import { nextVersion } from '../state/order.js'
import { newOrder } from './new-order.js'
import {
  isVisible,
  type Operation,
  type OperationCall,
  orderOf,
  present,
  textOf,
} from './operation.js'

/** Milliseconds; an official plugin sends them as a string. */
function expiryMs({ body }: OperationCall): number {
  const asked = body.orderExpiryMilliseconds
  if (asked !== undefined) return Number(asked)
  return body.type === 'link' ? LINK_EXPIRY_MS : ORDER_EXPIRY_MS
}

/** `POST /v2/orders` */
export const createOrder: Operation = (call) => {
  const order = newOrder(call, 'online', expiryMs(call))
  return {
    answer: jsonAnswer(200, {
      token: order.token,
      expires: timestamp(order.expiresAt),
      checkoutUrl: `${call.url}/checkout/${order.token}`,
    }),
    change: { order },
  }
}

/** `POST /v2/orders/{token}`: leaving `merchantReference` out removes the stored one (Scalapay docs). */
export const updateOrder: Operation = (call) => {
  const { merchantReference: _replaced, ...order } = orderOf(call, call.token)
  const sent = {
    ...present('merchantReference', textOf(call.body, 'merchantReference')),
    ...present('merchantProcessorReference', textOf(call.body, 'merchantProcessorReference')),
  }
  return {
    answer: jsonAnswer(200, { token: order.token, ...sent }),
    change: { order: nextVersion(order, { event: 'updated' }, call.moment, sent) },
  }
}

const MOST_ROWS = 100

/**
 * `GET /v2/payments/references` and `GET /v1/instore/orders/references`: the criteria are combined with AND, newest
 * first, at most 100 rows.
 */
export const findOrders: Operation = (call) => {
  const { orderToken, merchantOrderReference, merchantProcessorReference } = call.query
  const rows = [...call.merchant.orders.values()]
    .reverse()
    .filter((order) => isVisible(call, order))
    .filter((order) => orderToken === undefined || order.token === orderToken)
    .filter(
      (order) =>
        merchantOrderReference === undefined || order.merchantReference === merchantOrderReference,
    )
    .filter(
      (order) =>
        merchantProcessorReference === undefined ||
        order.merchantProcessorReference === merchantProcessorReference,
    )
    .slice(0, MOST_ROWS)
    .map((order) => ({
      orderToken: order.token,
      merchantOrderReference: order.merchantReference ?? null,
      merchantProcessorReference: order.merchantProcessorReference ?? null,
      createdAt: timestamp(order.createdAt),
    }))
  return { answer: jsonAnswer(200, rows) }
}
