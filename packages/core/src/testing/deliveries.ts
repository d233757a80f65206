import { ScalapayConfigError } from '../errors/config.js'
import { signWebhook, type WebhookHeaders } from '../webhooks/signature.js'
import { type SampleEvent, sampleBodies } from './sample-bodies.js'

/** A delivery as your server would receive it. */
export interface SignedDelivery {
  /** As Scalapay sends it. */
  method: 'POST'
  /** The content type, the signature and its time. */
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
  /**
   * The body, character for character, in the place of the one that the event would give: for white space, broken JSON and the
   * like.
   * @default the sample's, or the payload as JSON
   */
  rawBody?: string | undefined
}

/**
 * Makes a signed delivery for the tests of your webhook route.
 *
 * @param event the status of a sample body, or a payload to be written as JSON
 * @throws ScalapayConfigError when there is no sample of that name, the key is missing or the timestamp is not a whole number
 * @example
 * const { headers, rawBody } = await signedDelivery('charged', { apiKey })
 * await app.inject({ method: 'POST', url: '/webhooks/scalapay', headers, payload: rawBody })
 */
export async function signedDelivery(
  event: SampleEvent | object,
  { apiKey, timestamp = Date.now(), rawBody = bodyOf(event) }: SignedDeliveryOptions,
): Promise<SignedDelivery> {
  const signature = await signWebhook({ rawBody, apiKey, timestamp })
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signature },
    rawBody,
  }
}

function bodyOf(event: SampleEvent | object): string {
  if (typeof event === 'object') return JSON.stringify(event)
  if (Object.hasOwn(sampleBodies, event)) return sampleBodies[event]
  const known = Object.keys(sampleBodies).join(', ')
  throw new ScalapayConfigError(
    `event: there is no sample of '${event}', only of ${known}. Give any other payload as an object, or its text as rawBody.`,
  )
}
