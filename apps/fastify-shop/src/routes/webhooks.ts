import { scalapayWebhook, type WebhookEvent } from '@scalapay-kit/fastify'
import type { FastifyPluginAsync } from 'fastify'
import { type ShopOptions, settleWebhook } from 'storefront'

/** Where Scalapay tells what became of an order, also of one whose shopper never comes back. */
export const webhookRoutes: FastifyPluginAsync<NonNullable<ShopOptions['webhooks']>> = async (
  app,
  options,
) => {
  const settle = (event: WebhookEvent) => settleWebhook({ ...app.shop, log: app.log }, event)
  await app.register(scalapayWebhook, {
    store: options.store,
    acknowledgeAfterMs: options.acknowledgeAfterMs,
    path: '/webhooks/scalapay',
    on: { authorized: settle, charged: settle, expired: settle },
  })
}
