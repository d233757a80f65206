import type { FastifyInstance } from 'fastify'
import type { WebhookSettingsChange } from '../webhooks/settings.js'
import { bodyOf } from './read-body.js'
import type { WebhookControl } from './webhooks.js'

interface DeliveryRoute {
  Params: { id: string }
}

/** The functions of `WebhookControl` over HTTP; they check what they are given, whoever it comes from. */
export function registerWebhookRoutes(routes: FastifyInstance, webhooks: WebhookControl): void {
  routes.get('/webhooks', () => webhooks.list())
  routes.post<DeliveryRoute>('/webhooks/:id/redeliver', (request) =>
    webhooks.redeliver(request.params.id),
  )
  routes.get('/webhooks/settings', () => webhooks.settings())
  routes.put('/webhooks/settings', (request) =>
    webhooks.configure(bodyOf(request) as WebhookSettingsChange),
  )
}
