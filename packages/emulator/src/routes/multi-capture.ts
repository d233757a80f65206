import { jsonAnswer } from '../answer.js'
import { MULTI_CAPTURE_STATUS } from '../state/assumptions.js'
import { heldInCents, openInCents } from '../state/authorization.js'
import { timestamp } from '../state/calendar.js'
import { captureDelayed, closeDelayed, reduceDelayed } from '../state/multi-capture.js'
import type { Order } from '../state/order.js'
import {
  centsOf,
  type Fields,
  type Operation,
  type OperationCall,
  orderOf,
  withReference,
} from './operation.js'
import { orderDetails, topLevelAmount } from './order-view.js'

/** What all three calls answer; amounts are numbers (Scalapay docs). */
function delayedPayment(order: Order, { settings }: OperationCall): Fields {
  return {
    token: order.token,
    captureStatus: order.captureStatus,
    status: MULTI_CAPTURE_STATUS,
    totalAmount: topLevelAmount(order.totalInCents, settings),
    totalCapturedAmount: topLevelAmount(heldInCents(order), settings),
    orderDetails: orderDetails(order),
  }
}

function openToCapture(order: Order, { settings }: OperationCall): Fields {
  return { openToCaptureAmount: topLevelAmount(openInCents(order), settings) }
}

function captures(order: Order, { settings }: OperationCall): Fields {
  return {
    captures: order.captures.map(({ amountInCents, at }) => ({
      amount: topLevelAmount(amountInCents, settings),
      recordedAt: timestamp(at),
    })),
  }
}

/** `POST /v2/payments/{token}/delay/capture` */
export const captureDelayedPayment: Operation = (call) => {
  const amount = centsOf(call, 'amount') ?? 0
  const taken = captureDelayed(orderOf(call, call.token), call.moment, amount)
  const change = withReference(taken, call)
  const { order } = change
  return {
    answer: jsonAnswer(200, {
      ...openToCapture(order, call),
      ...delayedPayment(order, call),
      ...captures(order, call),
    }),
    change,
  }
}

/** `POST /v2/payments/{token}/delay/refund`: its answer has no `captures` (Scalapay docs). */
export const refundDelayedPayment: Operation = (call) => {
  const reduction = {
    refundInCents: centsOf(call, 'refundAmount') ?? 0,
    fromCapturedInCents: centsOf(call, 'refundCapturedAmount') ?? 0,
  }
  const lowered = reduceDelayed(orderOf(call, call.token), call.moment, reduction)
  const change = withReference(lowered, call)
  return {
    answer: jsonAnswer(200, {
      ...openToCapture(change.order, call),
      ...delayedPayment(change.order, call),
    }),
    change,
  }
}

/** `POST /v2/payments/{token}/delay/void`: its answer has no `openToCaptureAmount` (Scalapay docs). */
export const voidDelayedPayment: Operation = (call) => {
  const change = closeDelayed(orderOf(call, call.token), call.moment)
  return {
    answer: jsonAnswer(200, {
      ...delayedPayment(change.order, call),
      ...captures(change.order, call),
    }),
    change,
  }
}
