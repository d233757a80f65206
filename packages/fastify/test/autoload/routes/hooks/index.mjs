import { scalapayWebhook } from '@scalapay-kit/fastify'

/** @param {import('fastify').FastifyInstance} app */
export default async function hooks(app) {
  app.get('/client', async () => app.scalapay.environment)
  await app.register(scalapayWebhook, { path: '/scalapay', on: { charged: () => undefined } })
}
