import { jsonAnswer } from '../http/answer.js'
import { assumedRefusals, LINK_EXPIRY_MS, ORDER_EXPIRY_MS } from '../state/assumptions.js'
import { parseCents } from '../state/money.js'
import { nextVersion, type Order, type OrderPayload, OrderRefusal } from '../state/order.js'
import {
  fieldsOf,
  type Operation,
  type OperationCall,
  orderOf,
  present,
  textOf,
} from './operation.js'
import { timestamp } from './order-view.js'

/** Codes that two orders share would make one of them unreachable. */
function freeToken({ ids, merchant }: OperationCall): string {
  let token = ids.orderToken()
  while (merchant.orders.has(token)) token = ids.orderToken()
  return token
}

/** Milliseconds; an official plugin sends them as a string. */
function expiryMs({ body }: OperationCall): number {
  const asked = body.orderExpiryMilliseconds
  if (asked !== undefined) return Number(asked)
  return body.type === 'link' ? LINK_EXPIRY_MS : ORDER_EXPIRY_MS
}

function newOrder(call: OperationCall, totalInCents: number): Order {
  const { body, occasion } = call
  const order: Order = {
    token: freeToken(call),
    payload: body as OrderPayload,
    status: 'created',
    captureStatus: 'pending',
    totalInCents,
    capturedInCents: 0,
    refundedInCents: 0,
    createdAt: occasion.at,
    expiresAt: occasion.at + expiryMs(call),
    ...present('merchantReference', textOf(body, 'merchantReference')),
    history: [],
  }
  return nextVersion(order, { event: 'created', amountInCents: totalInCents }, occasion)
}

/** `POST /v2/orders` */
export const createOrder: Operation = (call) => {
  const totalInCents = parseCents(fieldsOf(call.body, 'totalAmount')?.amount) ?? 0
  if (totalInCents > call.settings.maximumAmountInCents) {
    throw new OrderRefusal(assumedRefusals.orderAboveMaximum)
  }
  const order = newOrder(call, totalInCents)
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
    change: { order: nextVersion(order, { event: 'updated' }, call.occasion, sent) },
  }
}

const MOST_ROWS = 100

/** `GET /v2/payments/references`: the criteria are combined with AND, newest first, at most 100 rows. */
export const findOrders: Operation = ({ merchant, query }) => {
  const { orderToken, merchantOrderReference, merchantProcessorReference } = query
  const rows = [...merchant.orders.values()]
    .reverse()
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
