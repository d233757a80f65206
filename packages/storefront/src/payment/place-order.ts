import { type Line, sameLines, totalsOf } from '../domain/cart.js'
import { toCreateOrder } from '../domain/create-order.js'
import { isMerchantReference } from '../domain/ids.js'
import type { ShopOrder, Shopper } from '../domain/order.js'
import type { Shop } from '../shop.js'

/** What the checkout form posts, and the cart that it was filled in for. */
export interface CheckoutRequest {
  readonly cartId: string
  readonly lines: readonly Line[]
  readonly shopper: Shopper
  /** The reference that stood in the form, so that posting it twice orders once. */
  readonly merchantReference: string
}

/** One order per form: the same form posted again finds its order, unless anything about it is different now. */
export async function placeOrder(
  { orders, ids }: Pick<Shop, 'orders' | 'ids'>,
  { cartId, lines, shopper, merchantReference: formReference }: CheckoutRequest,
): Promise<ShopOrder> {
  const add = (merchantReference: string) =>
    orders.addOnce({
      id: ids.secret(),
      merchantReference,
      cartId,
      shopper,
      lines,
      totals: totalsOf(lines),
    })
  if (!isMerchantReference(formReference)) return add(ids.merchantReference())
  const order = await add(formReference)
  const isSame =
    order.cartId === cartId &&
    order.status === 'open' &&
    sameLines(order.lines, lines) &&
    JSON.stringify(order.shopper) === JSON.stringify(shopper)
  return isSame ? order : add(ids.merchantReference())
}

/**
 * Opens Scalapay's checkout for an order, once.
 *
 * @returns where to send the shopper
 * @throws ScalapayError when it could not be opened; nothing is charged
 */
export async function openCheckout(
  { scalapay, orders, shopUrl }: Pick<Shop, 'scalapay' | 'orders' | 'shopUrl'>,
  order: ShopOrder,
): Promise<string> {
  if (order.checkout?.checkoutUrl !== undefined) return order.checkout.checkoutUrl
  const { token, checkoutUrl } = await scalapay.orders.create(toCreateOrder(order, shopUrl()))
  // Before the shopper leaves: on the way back, the token is all that is sure to be there. A second request for the same
  // order may have been faster, and its checkout is the only one that the order will be paid by.
  const bound = await orders.bindFirstCheckout(order.id, { token, checkoutUrl })
  return bound.checkoutUrl ?? checkoutUrl
}
