import { jsonAnswer } from '../answer.js'
import { assumedRefusals, IN_STORE_EXPIRY_MS, REFUSED_BARCODE } from '../state/assumptions.js'
import { timestamp } from '../state/calendar.js'
import { OrderRefusal } from '../state/order.js'
import { approve, capture, refund, voidLink } from '../state/transitions.js'
import { newOrder } from './new-order.js'
import { centsOf, type Operation, orderOf, present } from './operation.js'
import { readStatus, topLevelAmount } from './order-view.js'

/** `POST /v1/instore/orders`: creates and charges in one step. */
export const createInStoreOrder: Operation = (call) => {
  const { body, moment } = call
  const order = newOrder(call, 'in-store', IN_STORE_EXPIRY_MS)
  if (order.totalInCents < call.settings.minimumAmountInCents) {
    throw new OrderRefusal(assumedRefusals.orderBelowMinimum)
  }
  if (body.preApprovalCode === REFUSED_BARCODE) {
    throw new OrderRefusal(assumedRefusals.preApprovalRefused)
  }
  // The barcode is the shopper's approval.
  const change = capture(approve(order, moment).order, moment)
  return {
    answer: jsonAnswer(200, {
      requestId: body.requestId,
      token: order.token,
      status: change.order.status,
    }),
    change,
  }
}

/** `GET /v1/instore/orders/{token}` */
export const getInStoreOrder: Operation = (call) => {
  const order = orderOf(call, call.token)
  return {
    answer: jsonAnswer(200, {
      token: order.token,
      status: readStatus(order, call.settings),
      ...present('lastEligibilityFeedback', order.lastEligibilityFeedback),
    }),
  }
}

/** `POST /v1/instore/orders/{token}/refund`: the answer echoes the request, with a number (Scalapay's specification). */
export const refundInStoreOrder: Operation = (call) => {
  const amount = centsOf(call, 'refundAmount') ?? 0
  const change = refund(orderOf(call, call.token), call.moment, amount)
  return {
    answer: jsonAnswer(200, {
      merchantOperatorId: call.body.merchantOperatorId,
      requestId: call.body.requestId,
      refundAmount: topLevelAmount(amount, call.settings),
    }),
    change,
  }
}

/** `POST /v2/instore/paybylink/orders` */
export const createInStorePayByLinkOrder: Operation = (call) => {
  const order = newOrder(call, 'in-store-link', IN_STORE_EXPIRY_MS)
  return {
    answer: jsonAnswer(200, {
      expires: timestamp(order.expiresAt),
      token: order.token,
      checkoutUrl: `${call.url}/checkout/${order.token}`,
    }),
    change: { order },
  }
}

/** `POST /v2/instore/paybylink/orders/{token}/void` */
export const voidInStorePayByLinkOrder: Operation = (call) => {
  const change = voidLink(orderOf(call, call.token), call.moment)
  return {
    answer: jsonAnswer(200, {
      token: call.token,
      ...present('merchantReference', change.order.merchantReference),
      voidedAt: timestamp(call.moment.at),
    }),
    change,
  }
}
