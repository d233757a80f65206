import { assumedRefusals } from '../state/assumptions.js'
import {
  nextVersion,
  type Order,
  type OrderOrigin,
  type OrderPayload,
  OrderRefusal,
} from '../state/order.js'
import { centsOf, type OperationCall, present, textOf } from './operation.js'

/** Codes that two orders share would make one of them unreachable. */
function freeToken({ ids, merchant }: OperationCall): string {
  let token = ids.orderToken()
  while (merchant.orders.has(token)) token = ids.orderToken()
  return token
}

/**
 * The order that a body asks for, not yet committed.
 *
 * @param lifeMs how long it waits for the shopper, in milliseconds
 * @throws OrderRefusal when the total is above the maximum of the contract.
 */
export function newOrder(call: OperationCall, origin: OrderOrigin, lifeMs: number): Order {
  const { body, moment, deviceReference } = call
  const totalInCents = centsOf(call, 'totalAmount') ?? 0
  if (totalInCents > call.settings.maximumAmountInCents) {
    throw new OrderRefusal(assumedRefusals.orderAboveMaximum)
  }
  const order: Order = {
    token: freeToken(call),
    origin,
    ...present('deviceReference', deviceReference),
    payload: body as OrderPayload,
    status: 'created',
    captureStatus: 'pending',
    totalInCents,
    capturedInCents: 0,
    refundedInCents: 0,
    captures: [],
    createdAt: moment.at,
    expiresAt: moment.at + lifeMs,
    ...present('merchantReference', textOf(body, 'merchantReference')),
    history: [],
  }
  return nextVersion(order, { event: 'created', amountInCents: totalInCents }, moment)
}
