import type { KNOWN_STATUSES } from '../webhooks/event.js'
import { sampleOrder } from './sample-order.js'

/** The statuses that Scalapay documents for webhooks. */
export type SampleEvent = (typeof KNOWN_STATUSES)[number]

const constantFields = (status: SampleEvent) =>
  `"merchantReference":"merchantOrder-1234","totalAmount":40.7,"status":"${status}","orderToken":"21KLT3YDWT"`

/** The payload that the order was created with; its amounts are text, unlike the one above (source: Scalapay docs). */
const orderDetails = JSON.stringify(
  sampleOrder({
    totalAmount: { amount: '40.70', currency: 'EUR' },
    merchantReference: 'merchantOrder-1234',
  }),
)

/**
 * A body for each status, as text, so that its bytes stay as they are. The keys and their order follow Scalapay's documented
 * `created` example; the examples of the other statuses could not be recovered, so only the four constant keys are there.
 */
export const sampleBodies: Readonly<Record<SampleEvent, string>> = Object.freeze({
  created: `{${constantFields('created')},"orderDetails":${orderDetails}}`,
  authorized: `{${constantFields('authorized')}}`,
  charged: `{${constantFields('charged')}}`,
  refunded: `{${constantFields('refunded')}}`,
  expired: `{${constantFields('expired')}}`,
})
