import type { FastifyPluginAsync } from 'fastify'
import { linesOf, MAX_QUANTITY, withQuantity } from '../domain/cart.js'
import { catalogue } from '../domain/catalogue.js'
import { cartPage } from '../views/cart.js'

const sku = { type: 'string', enum: catalogue.map((product) => product.sku) }
const quantity = { type: 'integer', minimum: 0, maximum: MAX_QUANTITY }

export const cartRoutes: FastifyPluginAsync = async (app) => {
  app.get('/cart', async (request, reply) =>
    reply.page('Cart', cartPage(linesOf(await app.carts.read(request.cartId)))),
  )

  app.post<{ Body: { sku: string } }>(
    '/cart/items',
    { schema: { body: { type: 'object', required: ['sku'], properties: { sku } } } },
    async (request, reply) => {
      const cartId = reply.useCart()
      const cart = await app.carts.read(cartId)
      const more = (cart.get(request.body.sku) ?? 0) + 1
      await app.carts.write(cartId, withQuantity(cart, request.body.sku, more))
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
      const cart = await app.carts.read(cartId)
      await app.carts.write(cartId, withQuantity(cart, request.params.sku, request.body.quantity))
      return reply.redirect('/cart', 303)
    },
  )
}
