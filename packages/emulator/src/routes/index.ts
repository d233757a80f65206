import type { OperationId } from '../generated/document.js'
import { getConfigurations } from './configurations.js'
import { reportDisputes } from './disputes.js'
import {
  createInStoreOrder,
  createInStorePayByLinkOrder,
  getInStoreOrder,
  refundInStoreOrder,
  voidInStorePayByLinkOrder,
} from './in-store.js'
import { captureDelayedPayment, refundDelayedPayment, voidDelayedPayment } from './multi-capture.js'
import type { Operation } from './operation.js'
import { createOrder, findOrders, updateOrder } from './orders.js'
import { capturePayment, delayPayment, getOrder, refundPayment, voidPayment } from './payments.js'
import {
  reportOrders,
  reportPayoutOrders,
  reportPayoutRefunds,
  reportPayouts,
  reportRefunds,
} from './reporting.js'

/** What performs each operation of the document. */
export const performedOperations: { readonly [id in OperationId]: Operation } = {
  createOrder,
  updateOrder,
  findOrders,
  getOrder,
  delayPayment,
  capturePayment,
  refundPayment,
  voidPayment,
  captureDelayedPayment,
  refundDelayedPayment,
  voidDelayedPayment,
  createInStoreOrder,
  findInStoreOrders: findOrders,
  getInStoreOrder,
  refundInStoreOrder,
  createInStorePayByLinkOrder,
  voidInStorePayByLinkOrder,
  reportOrders,
  reportRefunds,
  reportPayouts,
  reportPayoutOrders,
  reportPayoutRefunds,
  reportDisputes,
  getConfigurations,
}
