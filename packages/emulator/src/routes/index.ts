import type { OperationId } from '../generated/document.js'
import type { Operation } from './operation.js'
import { createOrder, findOrders, updateOrder } from './orders.js'
import { capturePayment, delayPayment, getOrder, refundPayment, voidPayment } from './payments.js'

/** The operations that the emulator performs. */
export const servedOperations: { readonly [id in OperationId]?: Operation } = {
  createOrder,
  updateOrder,
  findOrders,
  getOrder,
  delayPayment,
  capturePayment,
  refundPayment,
  voidPayment,
}
