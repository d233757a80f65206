// The class is the injection token, and must be the one that this package has.
export { Scalapay } from '@scalapay-kit/core'
export {
  retryLater,
  type WebhookContext,
  type WebhookEvent,
  type WebhookReceiver,
} from '@scalapay-kit/core/webhooks'
export {
  InjectScalapay,
  InjectScalapayOptions,
  InjectScalapayWebhooks,
} from './scalapay.decorators.js'
export { ScalapayExceptionFilter } from './scalapay.exception-filter.js'
export { ScalapayModule } from './scalapay.module.js'
export type {
  ScalapayModuleExtras,
  ScalapayModuleOptions,
  ScalapayOptionsFactory,
  ScalapayWebhookOptions,
  ScalapayWebhookSettings,
} from './scalapay.options.js'
export {
  getScalapayOptionsToken,
  getScalapayToken,
  getScalapayWebhooksToken,
} from './scalapay.tokens.js'
export { SCALAPAY_WEBHOOK_CONTEXT } from './webhooks/call-handler.js'
export {
  OnScalapayEvent,
  type OnScalapayEventOptions,
  type ScalapayEventName,
} from './webhooks/on-scalapay-event.js'
export type { ScalapayWebhookRoute } from './webhooks/route.js'
