export { type SampleEvent, sampleBodies } from '@scalapay-kit/core/testing'
export {
  type InjectableApp,
  type InjectWebhookOptions,
  injectWebhook,
} from './testing/inject-webhook.js'
