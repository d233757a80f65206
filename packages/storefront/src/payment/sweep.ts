import type { ShopOrder } from '../domain/order.js'
import { type SettleContext, type Settlement, settle } from './settle.js'

/**
 * Settles every order that money may still come for. On a schedule, so that a closed tab and a lost webhook cost nothing. One
 * after the other, as a small shop has few of them; a large one takes several at a time with `scalapay.checkout.sweep`. One
 * that breaks down stays open, and keeps none of the others from being settled.
 *
 * @param signal ends the sweep after the order at hand
 * @returns how each of them stands now, by its reference
 */
export async function sweepOpenOrders(
  context: SettleContext,
  signal?: AbortSignal,
): Promise<Map<string, Settlement>> {
  const results = new Map<string, Settlement>()
  for (const order of await context.orders.open()) {
    if (signal?.aborted === true) break
    results.set(order.merchantReference, await settleOne(context, order))
  }
  return results
}

async function settleOne(context: SettleContext, order: ShopOrder): Promise<Settlement> {
  try {
    return await settle(
      context,
      order.checkout === undefined ? await lookUp(context, order) : order,
    )
  } catch (error) {
    context.log.error({ err: error, order: order.merchantReference }, 'order not settled')
    return { paid: false, state: 'checking' }
  }
}

/** Finds an order whose token never reached the shop: the answer that brings it was lost, or the process died over it. */
async function lookUp(
  { scalapay, orders, log }: SettleContext,
  order: ShopOrder,
): Promise<ShopOrder> {
  const { id, merchantReference } = order
  const rows = await scalapay.orders.find({ merchantOrderReference: merchantReference })
  const found = rows.find((row) => row.merchantOrderReference === merchantReference)
  if (found === undefined) return order
  const { token } = await orders.bindFirstCheckout(id, { token: found.orderToken })
  if (token !== found.orderToken) {
    log.warn(
      { order: merchantReference },
      'a checkout at Scalapay is left over: nobody was sent to it',
    )
  }
  return (await orders.byId(id)) ?? order
}
