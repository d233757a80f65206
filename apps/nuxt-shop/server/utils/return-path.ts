import type { H3Event } from 'h3'
import { comeBack, type Return } from 'storefront'

/** Settles the order that the shopper comes back from, and says which page tells how it stands. */
export async function returnPath(
  event: H3Event,
  { cancelled }: Pick<Return, 'cancelled'>,
): Promise<string> {
  const result = await comeBack(useShop(event), { url: event.path, cancelled })
  if (result.order === undefined) return UNKNOWN_PAYMENT
  const page = `/orders/${result.order.id}`
  if (!result.paid) return `${page}?state=${result.state}`
  return `${page}?notice=${result.isNews ? 'paid-now' : 'already-paid'}`
}

/** The page for addresses that name no order of the shop. */
export const UNKNOWN_PAYMENT = '/unknown-payment'
