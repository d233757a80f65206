import type { CreatedOrder } from '@scalapay-kit/core'
import { getRequestHeader, type H3Event, sendRedirect, setResponseHeader } from 'h3'

/** What `useScalapayCheckout()` is answered with. */
export interface ScalapayCheckoutAnswer {
  /** Where the shopper goes on. */
  checkoutUrl: string
}

/**
 * Sends the shopper on to Scalapay: as JSON for `useScalapayCheckout()`, as a redirect (303) for a form that was posted
 * without JavaScript.
 *
 * @param order what `orders.create` answered
 */
export async function sendScalapayCheckout(
  event: H3Event,
  order: Pick<CreatedOrder, 'checkoutUrl'>,
): Promise<ScalapayCheckoutAnswer | undefined> {
  const { checkoutUrl } = order
  setResponseHeader(event, 'cache-control', 'no-store')
  setResponseHeader(event, 'vary', 'accept')
  if (getRequestHeader(event, 'accept')?.includes('application/json')) return { checkoutUrl }
  await sendRedirect(event, checkoutUrl, 303)
  return undefined
}
