import type { FastifyPluginAsync } from 'fastify'
import { cartPage, catalogue, linesOf, MAX_QUANTITY, withQuantity } from 'storefront'

const sku = { type: 'string', enum: catalogue.map((product) => product.sku) }
const quantity = { type: 'integer', minimum: 0, maximum: MAX_QUANTITY }

export const cartRoutes: FastifyPluginAsync = async (app) => {
  const { carts } = app.shop

  app.get('/cart', async (request, reply) =>
    reply.page('Cart', cartPage(linesOf(await carts.read(request.cartId)))),
  )

  app.post<{ Body: { sku: string } }>(
    '/cart/items',
    { schema: { body: { type: 'object', required: ['sku'], properties: { sku } } } },
    async (request, reply) => {
      const cartId = reply.useCart()
      const cart = await carts.read(cartId)
      const more = (cart.get(request.body.sku) ?? 0) + 1
      await carts.write(cartId, withQuantity(cart, request.body.sku, more))
      return reply.redirect('/cart', 303)
    },
  )

  app.post<{ Params: { sku: string }; Body: { quantity: number } }>(
    '/cart/items/:sku',
    {
      schema: {
        params: { type: 'object', properties: { sku } },
        body: { type: 'object', required: ['quantity'], properties: { quantity } },
      },
    },
    async (request, reply) => {
      const cartId = reply.useCart()
      const cart = await carts.read(cartId)
      await carts.write(cartId, withQuantity(cart, request.params.sku, request.body.quantity))
      return reply.redirect('/cart', 303)
    },
  )
}
