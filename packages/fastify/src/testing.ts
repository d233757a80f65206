export { type SampleEvent, sampleBodies } from '@scalapay-kit/core/testing'
export { type InjectWebhookOptions, injectWebhook } from './testing/inject-webhook.js'
