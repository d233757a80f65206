import { signWebhook, type WebhookHeaders } from '../webhooks/signature.js'
import { type SampleEvent, sampleBodies } from './sample-bodies.js'

/** A delivery as your server would receive it. */
export interface SignedDelivery {
  method: 'POST'
  headers: WebhookHeaders & { 'content-type': 'application/json' }
  /** Send these very characters: they are what is signed. */
  rawBody: string
}

/** What a delivery is made from. */
export interface SignedDeliveryOptions {
  /** The merchant key that your server verifies with. */
  apiKey: string
  /**
   * When it is signed, in epoch milliseconds.
   * @default now
   */
  timestamp?: number | undefined
}

/**
 * Makes a signed delivery for the tests of your webhook route.
 *
 * @param event the status of a sample body, a payload to be written as JSON, or any other text, which is the body itself
 * @throws ScalapayConfigError when the key is missing or the timestamp is not a whole number
 * @example
 * const { headers, rawBody } = await signedDelivery('charged', { apiKey })
 * await app.inject({ method: 'POST', url: '/webhooks/scalapay', headers, payload: rawBody })
 */
export async function signedDelivery(
  event: SampleEvent | object | (string & {}),
  { apiKey, timestamp = Date.now() }: SignedDeliveryOptions,
): Promise<SignedDelivery> {
  const rawBody = bodyOf(event)
  const signature = await signWebhook({ rawBody, apiKey, timestamp })
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signature },
    rawBody,
  }
}

function bodyOf(event: string | object): string {
  if (typeof event === 'object') return JSON.stringify(event)
  return Object.hasOwn(sampleBodies, event) ? sampleBodies[event as SampleEvent] : event
}
