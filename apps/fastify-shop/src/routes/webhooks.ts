import {
  type ScalapayWebhookOptions,
  scalapayWebhook,
  type WebhookEvent,
} from '@scalapay-kit/fastify'
import type { FastifyPluginAsync } from 'fastify'
import { settleWebhook } from 'storefront'

/** How deliveries are received: where they are noted, and how long they may take. */
export type WebhookRouteOptions = Pick<ScalapayWebhookOptions, 'store' | 'acknowledgeAfterMs'>

/** Where Scalapay tells what became of an order, also of one whose shopper never comes back. */
export const webhookRoutes: FastifyPluginAsync<WebhookRouteOptions> = async (app, options) => {
  const settle = (event: WebhookEvent) => settleWebhook({ ...app.shop, log: app.log }, event)
  await app.register(scalapayWebhook, {
    store: options.store,
    acknowledgeAfterMs: options.acknowledgeAfterMs,
    path: '/webhooks/scalapay',
    on: { authorized: settle, charged: settle, expired: settle },
  })
}
