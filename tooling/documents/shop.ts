/**
 * What an example may take for granted: the reader's own shop. Examples import it out of the reader's sight, by
 * `<!-- docs: with import { … } from '#shop' -->`.
 */
import { eur, type Money, Scalapay } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'

/** A client of the emulator that the example runs against. */
export const scalapay = Scalapay.fromEnv()

/** An order in the shop's own database. */
export interface MyOrder {
  reference: string
  total: Money
  token: string
  state: string
}

const orders = new Map<string, MyOrder>()

/** The shop's cart, as `scalapay.orders.create` takes it. */
export function orderOf(merchantReference: string, totalAmount = eur('49.90')) {
  return { ...sampleOrder({ totalAmount }), merchantReference }
}

/** An order that the shopper has been sent to the checkout with. */
export async function openOrder(reference = 'order-1001'): Promise<MyOrder> {
  const { token } = await scalapay.orders.create(orderOf(reference))
  const order = { reference, total: eur('49.90'), token, state: 'open' }
  orders.set(token, order)
  return order
}

/** An order that the shopper has approved. */
export async function approvedOrder(reference = 'order-1001'): Promise<MyOrder> {
  const order = await openOrder(reference)
  await control(`orders/${order.token}/approve`)
  return order
}

/** An order that is paid. */
export async function paidOrder(reference = 'order-1001'): Promise<MyOrder> {
  const order = await approvedOrder(reference)
  await scalapay.payments.capture({ token: order.token })
  return order
}

/** Asks the control plane of the emulator. */
export async function control(path: string, body: object = {}): Promise<unknown> {
  const response = await fetch(`${scalapay.baseUrl}/_emulator/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return response.json()
}

/** Reads the shop's own record. */
export async function findMyOrderByToken(token: string | undefined): Promise<MyOrder> {
  const order = orders.get(token ?? '')
  if (order === undefined) throw new Error('The shop has no order of this token.')
  return order
}

/** Writes the shop's own record. */
export async function markMyOrder(order: MyOrder, state: string): Promise<void> {
  order.state = state
}

/** Every order of the shop that is neither paid nor given up. */
export async function myOpenOrders(): Promise<MyOrder[]> {
  return [...orders.values()].filter(({ state }) => state === 'open')
}
