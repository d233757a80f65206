// @ts-check
/** The plugin, as its README registers it. */
import scalapay from '@scalapay-kit/fastify'
import Fastify from 'fastify'
import { deliverTo } from '../support/deliver.mjs'

export const label = '`@scalapay-kit/fastify`'

/** @param {string} apiKey */
export async function open(apiKey) {
  const app = Fastify()
  app.post('/bare', async () => ({ ok: true }))
  await app.register(scalapay, {
    apiKey,
    environment: 'emulator',
    webhooks: { on: { charged: async () => undefined } },
  })
  await app.ready()
  return { bare: deliverTo(app, '/bare'), webhook: deliverTo(app, '/webhooks/scalapay') }
}
