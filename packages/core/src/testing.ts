export {
  type SignedDelivery,
  type SignedDeliveryOptions,
  signedDelivery,
} from './testing/deliveries.js'
export { type SampleEvent, sampleBodies } from './testing/sample-bodies.js'
export { sampleOrder } from './testing/sample-order.js'
export {
  type StoreUnderTest,
  type WebhookStoreCase,
  webhookStoreCases,
} from './testing/store-cases.js'
