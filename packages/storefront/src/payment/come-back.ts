import type { ShopOrder, UnpaidState } from '../domain/order.js'
import type { ShopLog } from '../shop.js'
import { type SettleContext, type Settlement, settle } from './settle.js'

/** How a shopper comes back from Scalapay. */
export interface Return {
  /** The address that the browser asked for: absolute, or path and query. */
  readonly url: string
  /** Whether it is the address for shoppers who left the checkout. */
  readonly cancelled: boolean
}

/**
 * What to show a shopper who came back. `isNews`: they have not been told before that the order is paid, whoever settled it;
 * the webhook is often faster than they are.
 */
export type ReturnResult =
  | { order?: never }
  | { order: ShopOrder; paid: true; isNews: boolean }
  | { order: ShopOrder; paid: false; state: UnpaidState }

/**
 * Settles the order that a shopper comes back from. Anyone can type such an address, so of everything in it only the
 * token is read, to find the order; how the order stands, Scalapay itself is asked.
 *
 * @returns no `order` when the address names none of the shop's
 */
export async function comeBack(
  context: SettleContext & { readonly log: ShopLog },
  { url, cancelled }: Return,
): Promise<ReturnResult> {
  const { token } = context.scalapay.checkout.readReturn(url)
  const order = token === undefined ? undefined : await context.orders.byToken(token)
  if (order === undefined) return {}
  const settlement = await settle(context, order)
  if (contradicts(url, order, settlement)) {
    context.log.warn({ order: order.merchantReference }, 'return address tampered with')
  }
  if (!settlement.paid && cancelled && settlement.state === 'pending') {
    return { order, paid: false, state: 'cancelled' }
  }
  if (!settlement.paid) return { order, ...settlement }
  return { order, paid: true, isNews: await context.orders.markTold(order.id) }
}

/** Whether the address claims what Scalapay denies. It decides nothing; it is worth a line in the log. */
function contradicts(url: string, order: ShopOrder, settlement: Settlement): boolean {
  const query = new URL(url, 'http://shop.invalid').searchParams
  const [status, reference, total] = ['status', 'merchantReference', 'totalAmount'].map((name) =>
    query.get(name),
  )
  const isUnapproved =
    !settlement.paid && ['pending', 'declined', 'expired'].includes(settlement.state)
  return (
    (status?.toUpperCase() === 'SUCCESS' && isUnapproved) ||
    (typeof reference === 'string' && reference !== order.merchantReference) ||
    (typeof total === 'string' && Number(total) !== Number(order.totals.total.amount))
  )
}
