import type { FastifyPluginAsync } from 'fastify'
import { catalogue } from '../domain/catalogue.js'
import { productsPage } from '../views/products.js'

export const productRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', (_request, reply) => reply.page('Shop', productsPage(catalogue)))
}
