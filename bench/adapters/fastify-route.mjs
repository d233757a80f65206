// @ts-check
/** The core's receiver in a route of Fastify, with the buffer parser that it needs. */
import { createWebhookReceiver } from '@scalapay-kit/core/webhooks'
import Fastify from 'fastify'
import { deliverTo } from '../support/deliver.mjs'

export const label = 'core receiver in a Fastify route'

/** @param {string} apiKey */
export async function open(apiKey) {
  const app = Fastify()
  app.post('/bare', async () => ({ ok: true }))
  const receiver = createWebhookReceiver({
    apiKeys: apiKey,
    on: { charged: async () => undefined },
  })
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    scope.post('/webhook', async ({ body, headers }, reply) => {
      const { status, body: answer } = await receiver.receive({
        rawBody: /** @type {Buffer} */ (body),
        headers,
      })
      return reply.code(status).send(answer)
    })
  })
  await app.ready()
  return { bare: deliverTo(app, '/bare'), webhook: deliverTo(app, '/webhook') }
}
