import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import {
  ORDER_NOTICES,
  type OrderNotice,
  type OrderPage,
  orderPage,
  type RefundForm,
  refundOrder,
  type ShopOrder,
  unpaidPage,
  unpaidStateOf,
  unpaidTitle,
} from 'storefront'

interface OrderParams {
  Params: { id: string }
}

const notice = { type: 'string', enum: ORDER_NOTICES }
const text = { type: 'string', minLength: 1, maxLength: 100 }

/** The page of an order. Its id is unguessable, which is what guards the page. */
export const orderRoutes: FastifyPluginAsync = async (app) => {
  const { orders, ids } = app.shop

  app.get<OrderParams & { Querystring: { notice?: OrderNotice } }>(
    '/orders/:id',
    { schema: { querystring: { type: 'object', properties: { notice } } } },
    async (request, reply) => {
      const order = await orders.byId(request.params.id)
      if (order === undefined) return reply.callNotFound()
      const state = unpaidStateOf(order)
      if (state !== undefined) return reply.page(unpaidTitle(state), unpaidPage(state, order))
      return showOrder(reply, order, request.query)
    },
  )

  app.post<OrderParams & { Body: RefundForm }>(
    '/orders/:id/refunds',
    {
      schema: {
        body: {
          type: 'object',
          required: ['refundReference', 'amount'],
          properties: { refundReference: text, amount: text },
        },
      },
    },
    async (request, reply) => {
      const order = await orders.byId(request.params.id)
      if (order === undefined) return reply.callNotFound()
      const result = await refundOrder({ ...app.shop, log: request.log }, order, request.body)
      if (result.outcome === 'refused' || result.outcome === 'failed') {
        reply.code(result.outcome === 'refused' ? 422 : 502)
        return showOrder(reply, (await orders.byId(order.id)) ?? order, result)
      }
      return reply.redirect(`/orders/${order.id}?notice=${result.outcome}`, 303)
    },
  )

  function showOrder(
    reply: FastifyReply,
    order: ShopOrder,
    extra: Pick<OrderPage, 'notice' | 'problem' | 'amountProblem'>,
  ) {
    const refundReference = ids.refundReference(order.merchantReference)
    return reply.page('Your order', orderPage({ order, refundReference, ...extra }))
  }
}
