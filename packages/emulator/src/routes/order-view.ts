import type { Settings } from '../settings.js'
import { centsToString } from '../state/money.js'
import type { Order } from '../state/order.js'
import { type Fields, present } from './operation.js'

/** The parts of the creation payload that reads repeat, in their documented order. */
const ECHOED = [
  'items',
  'billing',
  'consumer',
  'merchant',
  'shipping',
  'discounts',
  'taxAmount',
  'totalAmount',
  'shippingAmount',
]

/** The total of an order where the real service writes a JSON number (observed), unless switched off. */
export function topLevelAmount(cents: number, settings: Settings): Fields {
  const amount = settings.allStringAmounts ? centsToString(cents) : cents / 100
  return { amount, currency: 'EUR' }
}

/** An amount where the real service writes a string. */
export function stringAmount(cents: number): Fields {
  return { amount: centsToString(cents), currency: 'EUR' }
}

/** The creation payload as reads repeat it. */
export function orderDetails(order: Order): Fields {
  const details: Record<string, unknown> = {}
  for (const name of ECHOED) {
    if (order.payload[name] !== undefined) details[name] = order.payload[name]
  }
  return { ...details, ...present('merchantReference', order.merchantReference) }
}

/** The status that reads show. What is unknown about it is a switch. */
export function readStatus(order: Order, settings: Settings): string {
  if (order.status === 'created') return settings.readStatusBeforeApproval
  if (order.status === 'voided') return settings.readStatusAfterVoid
  if (order.status === 'charged' && order.refundedInCents > 0) {
    return settings.readStatusAfterPartialRefund
  }
  return order.status
}
