import type { Clock } from '../state/clock.js'
import type { Order } from '../state/order.js'
import { payloadOf } from './payload.js'
import { signingTime } from './record.js'
import type { WebhookOptions, WebhookSettings } from './settings.js'
import { type SignatureHeaders, signatureOf } from './signature.js'
import { signerOf } from './signer.js'
import { targetOf } from './targets.js'
import { triggeredWebhooks } from './triggers.js'

/** What would be signed and sent. */
export interface WebhookPreview {
  readonly event: string
  /** Null when nobody is told. */
  readonly url: string | null
  readonly body: string
  /** Signed with the time of the preview. */
  readonly headers: SignatureHeaders
}

/** What a preview goes by. */
export interface PreviewContext {
  readonly clock: Clock
  readonly options: WebhookOptions
  /** As they are now. */
  readonly settings: WebhookSettings
}

/** What would be told if `order` became `next` now. Nothing is sent, and no dice are thrown. */
export function previewOf(
  { clock, options, settings }: PreviewContext,
  merchantKey: string,
  order: Order,
  next: Order,
): WebhookPreview[] {
  const { events, inStore, refundAmount, timestamps, totalAmount, url } = settings
  const key = signerOf(order, merchantKey, inStore, options.deviceKeys)
  if (key === undefined) return []
  const form = { allStringAmounts: options.allStringAmounts, refundAmount, totalAmount }
  return triggeredWebhooks(next, order).flatMap((webhook) => {
    const status = events[webhook.trigger]
    if (status === null) return []
    const body = payloadOf({ order: next, webhook, status }, form)
    return {
      event: status,
      url: targetOf(url, options.merchantKeys.indexOf(merchantKey)),
      body,
      headers: signatureOf(key, signingTime(clock, timestamps), Buffer.from(body, 'utf8')),
    }
  })
}
