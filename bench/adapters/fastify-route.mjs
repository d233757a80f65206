// @ts-check
/** The core's receiver in a route of Fastify, with the buffer parser that it needs. */
import { createWebhookReceiver } from '@scalapay-kit/core/webhooks'
import Fastify from 'fastify'

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
  /** @param {string} url */
  const to =
    (url) =>
    async (/** @type {{ body: string, headers: object }} */ { body, headers }) => {
      const all = { ...headers, 'content-type': 'application/json' }
      return (await app.inject({ method: 'POST', url, payload: body, headers: all })).statusCode
    }
  return { bare: to('/bare'), webhook: to('/webhook') }
}
