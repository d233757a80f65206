import type {
  WebhookHandlers,
  WebhookReceiver,
  WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { defineEventHandler, type EventHandler, setResponseHeader, setResponseStatus } from 'h3'
import type { ScalapayRuntimeConfig } from '../../types/config.js'
import { rawBodyOf } from '../lib/raw-body.js'
import { readConfig } from '../lib/read-config.js'
import { createReceiver } from '../lib/receivers.js'
import { reportDelivery } from '../lib/report.js'
import { webhookKeys } from '../lib/settings.js'

/** What can be said of a webhook route besides its handlers. */
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
  createReceiver({ ...options, on, apiKeys: options.apiKeys ?? 'not-known-yet' })
  return webhookRoute(
    () => on,
    () => options,
  )
}

/** The same with handlers that are looked up at the first delivery, and options that the settings may decide. */
export function webhookRoute(
  handlers: () => WebhookHandlers,
  optionsFor: (config: ScalapayRuntimeConfig) => ScalapayWebhookOptions,
): EventHandler {
  /** By keys: on Workers they come with the request. */
  const receivers = new Map<string, WebhookReceiver>()

  const receiverFor = (
    apiKeys: string | readonly string[],
    options: ScalapayWebhookOptions,
  ): WebhookReceiver => {
    const id = JSON.stringify(apiKeys)
    const known = receivers.get(id)
    if (known !== undefined) return known
    const receiver = createReceiver({
      ...options,
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
    const config = readConfig(event)
    const options = optionsFor(config)
    const receiver = receiverFor(options.apiKeys ?? webhookKeys(config), options)
    const { status, body } = await receiver.receive({
      rawBody: await rawBodyOf(event, options.maxBodyBytes),
      headers: event.node.req.headers,
    })
    // On Workers the process may end with the answer, while handlers are still at work.
    event.waitUntil(receiver.drain())
    setResponseStatus(event, status)
    return body
  })
}
