import type { Scalapay } from '@scalapay-kit/core'
import {
  defineEventHandler,
  type EventHandler,
  type H3Event,
  sendRedirect,
  setResponseHeaders,
} from 'h3'
import { useScalapay } from './scalapay.js'

/** A shopper who comes back. */
export interface ScalapayReturn {
  /** The request. */
  event: H3Event
  /**
   * The order that the address names. Nothing else in the address is read, because it is not signed: look your own record
   * up by it, and ask `scalapay.checkout.complete` what became of the order.
   */
  token: string
  /** The client. */
  scalapay: Scalapay
}

/** Options of a return route besides its handler. */
export interface ScalapayReturnOptions {
  /**
   * Where a visitor goes whose address names no order.
   * @default '/'
   */
  withoutToken?: string
}

/**
 * A route that shoppers come back to. It reads the token, calls you, and sends the shopper on, with 303, to where you say.
 *
 * @param settle settles the order and answers the path to go on to. It is called as often as the page is reloaded.
 *
 * @example
 * export default defineScalapayReturn(async ({ token, scalapay }) => {
 *   const order = await findMyOrderByToken(token)
 *   const { outcome } = await scalapay.checkout.complete({ token, expect: order, capture: 'full' })
 *   return `/orders/${order.id}`
 * })
 */
export function defineScalapayReturn(
  settle: (shopper: ScalapayReturn) => string | Promise<string>,
  { withoutToken = '/' }: ScalapayReturnOptions = {},
): EventHandler {
  return defineEventHandler(async (event) => {
    setResponseHeaders(event, {
      'cache-control': 'no-store',
      // The address carries the token, which must not travel to other sites.
      'referrer-policy': 'same-origin',
    })
    const scalapay = useScalapay(event)
    const { token } = scalapay.checkout.readReturn(event.path)
    const path = token === undefined ? withoutToken : await settle({ event, token, scalapay })
    return sendRedirect(event, path, 303)
  })
}
