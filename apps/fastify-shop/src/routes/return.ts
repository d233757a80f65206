import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ShopOrder } from '../domain/order.js'
import { type Settlement, settle } from '../settle.js'
import { unpaidPage, unpaidTitle } from '../views/payment.js'

type ReturnRequest = FastifyRequest<{ Querystring: Readonly<Record<string, unknown>> }>

/**
 * Where Scalapay sends the shopper back to. Anyone can type such an address, so of everything in it only the
 * token is read, to find the order; how the order stands, Scalapay itself is asked.
 */
export const returnRoutes: FastifyPluginAsync = async (app) => {
  app.get('/return', (request: ReturnRequest, reply) => comeBack(request, reply, false))
  app.get('/return/cancelled', (request: ReturnRequest, reply) => comeBack(request, reply, true))

  async function comeBack(request: ReturnRequest, reply: FastifyReply, cancelled: boolean) {
    const { token } = app.scalapay.checkout.readReturn(`${app.shopUrl()}${request.url}`)
    const order = token === undefined ? undefined : await app.orders.byToken(token)
    if (order === undefined) {
      return reply.problem(404, {
        title: 'We do not know this payment',
        text: 'The address is incomplete or belongs to another shop. If you have paid, look for our page in the window where you ordered.',
        link: { href: '/cart', label: 'To the cart' },
      })
    }
    const { scalapay, orders, carts } = app
    const settlement = await settle({ scalapay, orders, carts, log: request.log }, order)
    if (contradicts(request.query, order, settlement)) {
      request.log.warn({ order: order.merchantReference }, 'return address tampered with')
    }
    if (settlement.paid) {
      const notice = settlement.now ? 'paid-now' : 'already-paid'
      return reply.redirect(`/orders/${order.id}?notice=${notice}`, 303)
    }
    const state = cancelled && settlement.state === 'pending' ? 'cancelled' : settlement.state
    return reply.page(unpaidTitle(state), unpaidPage(state, order))
  }
}

/** Whether the address claims what Scalapay denies. It decides nothing; it is worth a line in the log. */
function contradicts(
  query: Readonly<Record<string, unknown>>,
  order: ShopOrder,
  settlement: Settlement,
): boolean {
  const { status, merchantReference, totalAmount } = query
  const claimsSuccess = typeof status === 'string' && status.toUpperCase() === 'SUCCESS'
  const isUnapproved =
    !settlement.paid && ['pending', 'declined', 'expired'].includes(settlement.state)
  return (
    (claimsSuccess && isUnapproved) ||
    (merchantReference !== undefined && merchantReference !== order.merchantReference) ||
    (totalAmount !== undefined && Number(totalAmount) !== Number(order.totals.total.amount))
  )
}
