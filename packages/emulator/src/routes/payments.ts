import { jsonAnswer } from '../answer.js'
import { DELAYED_EXPIRY_MS, REFUND_TOKEN } from '../state/assumptions.js'
import { timestamp } from '../state/calendar.js'
import type { Order } from '../state/order.js'
import { capture, delay, refund, voidOrder } from '../state/transitions.js'
import { centsOf, type Operation, orderOf, present, textOf, withReference } from './operation.js'
import { orderDetails, readStatus, stringAmount, topLevelAmount } from './order-view.js'

/** `GET /v2/payments/{token}` */
export const getOrder: Operation = (call) => {
  const order: Order = orderOf(call, call.token)
  return {
    answer: jsonAnswer(200, {
      token: order.token,
      created: timestamp(order.createdAt),
      status: readStatus(order, call.settings),
      captureStatus: order.captureStatus,
      ...present('lastEligibilityFeedback', order.lastEligibilityFeedback),
      totalAmount: topLevelAmount(order.totalInCents, call.settings),
      orderDetails: orderDetails(order),
    }),
  }
}

/** `POST /v2/payments/{token}/delay`: the PHP SDK sends no body, so the expiry has a default. */
export const delayPayment: Operation = (call) => {
  const asked = call.body.authorizationExpiryMilliseconds
  const expiryMs = asked === undefined ? DELAYED_EXPIRY_MS : Number(asked)
  const change = withReference(delay(orderOf(call, call.token), call.moment, expiryMs), call)
  const { order } = change
  return {
    answer: jsonAnswer(200, {
      token: order.token,
      status: 'AUTHORIZED',
      authorizationExpiryAt: timestamp(call.moment.at + expiryMs),
      totalAmount: stringAmount(order.totalInCents),
      orderDetails: orderDetails(order),
    }),
    change,
  }
}

/** `POST /v2/payments/capture`: the token stands in the body. */
export const capturePayment: Operation = (call) => {
  const order = orderOf(call, textOf(call.body, 'token') ?? '')
  const change = withReference(capture(order, call.moment, centsOf(call, 'amount')), call)
  return {
    answer: jsonAnswer(200, {
      token: order.token,
      status: 'APPROVED',
      totalAmount: topLevelAmount(order.totalInCents, call.settings),
      orderDetails: orderDetails(change.order),
      capturedAt: timestamp(call.moment.at),
    }),
    change,
  }
}

/** `POST /v2/payments/{token}/refund` */
export const refundPayment: Operation = (call) => {
  const amount = centsOf(call, 'refundAmount') ?? 0
  const change = withReference(refund(orderOf(call, call.token), call.moment, amount), call)
  return {
    answer: jsonAnswer(200, {
      token: call.token,
      amount: stringAmount(amount),
      ...present('merchantReference', change.order.merchantReference),
      ...present('merchantRefundReference', textOf(call.body, 'merchantRefundReference')),
      refundToken: REFUND_TOKEN,
      refundedAt: timestamp(call.moment.at),
    }),
    change,
  }
}

/** `POST /v2/payments/{token}/void` */
export const voidPayment: Operation = (call) => {
  const change = withReference(voidOrder(orderOf(call, call.token), call.moment), call)
  return {
    answer: jsonAnswer(200, {
      token: call.token,
      ...present('merchantReference', change.order.merchantReference),
      voidedAt: timestamp(call.moment.at),
    }),
    change,
  }
}
