import type { FastifyPluginAsync } from 'fastify'
import { catalogue, productsPage } from 'storefront'

export const productRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', (_request, reply) => reply.page('Shop', productsPage(catalogue)))
}
