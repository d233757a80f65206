import type { WebhookContext, WebhookEvent, WebhookReport } from '@scalapay-kit/core/webhooks'
import type { ScalapayReturn } from '../server/utils/return.js'

type WebhookListener = (event: WebhookEvent, context: WebhookContext) => void | Promise<void>

/** A shopper who comes back to the ready-made return route. */
export interface ScalapayReturned extends ScalapayReturn {
  /** Where the shopper goes on: set it. */
  redirect: string
}

/** Nitro hooks of the ready-made routes. */
export interface ScalapayRuntimeHooks {
  'scalapay:created': WebhookListener
  'scalapay:authorized': WebhookListener
  'scalapay:charged': WebhookListener
  'scalapay:refunded': WebhookListener
  'scalapay:expired': WebhookListener
  /** An event with a status that this version does not know. */
  'scalapay:unknown': WebhookListener
  /** Every event. */
  'scalapay:event': WebhookListener
  /** What became of a delivery; for metrics. */
  'scalapay:report': (report: WebhookReport) => void | Promise<void>
  /** Somebody came back: settle the order, and say where to go on. */
  'scalapay:return': (returned: ScalapayReturned) => void | Promise<void>
}
