import type {
  WebhookHandlers,
  WebhookReceiver,
  WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { defineEventHandler, type EventHandler, setResponseHeader, setResponseStatus } from 'h3'
import type { ScalapayRuntimeConfig } from '../../types/config.js'
import { rawBodyOf } from '../lib/raw-body.js'
import { readConfig } from '../lib/read-config.js'
import { checkReceiver, createReceiver } from '../lib/receivers.js'
import { reportDelivery } from '../lib/report.js'
import { webhookKeys } from '../lib/settings.js'
import { webhookNumbers } from '../lib/webhook-numbers.js'

/** Options of a webhook route besides its handlers. A number that is left out is taken from the settings. */
export interface ScalapayWebhookOptions
  extends Omit<WebhookReceiverOptions, 'on' | 'apiKeys' | 'onReport'> {
  /**
   * The keys that may have signed.
   * @default the merchant key, and those of `NUXT_SCALAPAY_WEBHOOKS_API_KEYS`
   */
  apiKeys?: string | readonly string[] | undefined
}

/**
 * A route that takes Scalapay's webhooks: verifies the bytes, runs the handlers of the event's status once for each event,
 * and answers 200 when they did their work, 503 when Scalapay should send it again.
 *
 * @example
 * export default defineScalapayWebhook({
 *   async charged(event) {
 *     await markPaid(event.orderToken)
 *   },
 * })
 */
export function defineScalapayWebhook(
  on: WebhookHandlers,
  options: ScalapayWebhookOptions = {},
): EventHandler {
  // Mistakes are found where they are made, and not at the first delivery, which brings the keys.
  checkReceiver({ ...options, on })
  return webhookRoute(() => on, options)
}

/** The same with handlers that are looked up at the first delivery. */
export function webhookRoute(
  handlers: () => WebhookHandlers,
  options: ScalapayWebhookOptions = {},
): EventHandler {
  /** By keys: on Workers they come with the request. */
  const receivers = new Map<string, WebhookReceiver>()

  const receiverFor = (config: ScalapayRuntimeConfig): WebhookReceiver => {
    const { apiKeys = webhookKeys(config) } = options
    const id = JSON.stringify(apiKeys)
    const known = receivers.get(id)
    if (known !== undefined) return known
    const receiver = createReceiver({
      ...options,
      ...webhookNumbers(config, options),
      apiKeys,
      on: handlers(),
      onReport: reportDelivery,
    })
    receivers.set(id, receiver)
    return receiver
  }

  return defineEventHandler(async (event) => {
    setResponseHeader(event, 'cache-control', 'no-store')
    if (event.method !== 'POST') {
      setResponseHeader(event, 'allow', 'POST')
      setResponseStatus(event, 405)
      return { received: false, reason: 'method-not-allowed' }
    }
    const receiver = receiverFor(readConfig(event))
    const { status, body } = await receiver.receive({
      rawBody: await rawBodyOf(event, receiver.maxBodyBytes),
      headers: event.node.req.headers,
    })
    // On Workers the process may end with the answer, while handlers are still at work.
    event.waitUntil(receiver.drain())
    setResponseStatus(event, status)
    return body
  })
}
