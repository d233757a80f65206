import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { comeBack, problems, type Return, unpaidPage, unpaidTitle } from 'storefront'

/** Where Scalapay sends the shopper back to. */
export const returnRoutes: FastifyPluginAsync = async (app) => {
  app.get('/return', (request, reply) => show(request, reply, { cancelled: false }))
  app.get('/return/cancelled', (request, reply) => show(request, reply, { cancelled: true }))

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { cancelled }: Pick<Return, 'cancelled'>,
  ) {
    const { url, log } = request
    const result = await comeBack({ ...app.shop, log }, { url, cancelled })
    if (result.order === undefined) return reply.problem(404, problems.unknownPayment)
    if (result.paid) {
      const notice = result.isNews ? 'paid-now' : 'already-paid'
      return reply.redirect(`/orders/${result.order.id}?notice=${notice}`, 303)
    }
    return reply.page(unpaidTitle(result.state), unpaidPage(result.state, result.order))
  }
}
