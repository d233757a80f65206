import './augment.js'
import { scalapayPlugin } from './plugin.js'

export type {
  WebhookContext,
  WebhookEvent,
  WebhookHandler,
  WebhookHandlers,
  WebhookReport,
  WebhookStore,
} from '@scalapay-kit/core/webhooks'
export { retryLater } from '@scalapay-kit/core/webhooks'
export { scalapayErrorHandler } from './error-handler.js'
export { getScalapay, type ScalapayInstances, type ScalapayName } from './instances.js'
export type {
  ScalapayClientOptions,
  ScalapayPluginOptions,
  ScalapayReadyClientOptions,
} from './options.js'
export type { ScalapayWebhookOptions, ScalapayWebhookPluginOptions } from './webhook-options.js'
export { scalapayWebhook } from './webhook-route.js'
export { scalapayPlugin }
// Fastify loads plugins by their default export: `register(import('@scalapay-kit/fastify'))`, @fastify/autoload.
export default scalapayPlugin
