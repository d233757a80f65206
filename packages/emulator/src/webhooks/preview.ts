import type { Emulation } from '../state/emulation.js'
import type { Order } from '../state/order.js'
import type { Merchant } from '../state/store.js'
import { happeningsOf } from './occasions.js'
import { payloadOf } from './payload.js'
import { signingTime } from './record.js'
import { type SignatureHeaders, signatureOf } from './signature.js'
import { signerOf } from './signer.js'
import { targetOf } from './targets.js'

/** What would be signed and sent. */
export interface WebhookPreview {
  readonly event: string
  /** Null when nobody is told. */
  readonly url: string | null
  readonly body: string
  /** Signed with the time of the preview. */
  readonly headers: SignatureHeaders
}

/** What would be told if `order` became `next` now. Nothing is sent, and no dice are thrown. */
export function previewOf(
  { clock, settings, world }: Emulation,
  merchant: Merchant,
  order: Order,
  next: Order,
): WebhookPreview[] {
  const { events, inStore, refundAmount, timestamps, totalAmount, url } = world.webhooks.settings()
  const key = signerOf(order, merchant.key, inStore, settings.deviceKeys)
  if (key === undefined) return []
  const form = { allStringAmounts: settings.allStringAmounts, refundAmount, totalAmount }
  return happeningsOf(next, order).flatMap((happening) => {
    const status = events[happening.occasion]
    if (status === null) return []
    const body = payloadOf({ order: next, happening, status }, form)
    return {
      event: status,
      url: targetOf(url, settings.merchantKeys.indexOf(merchant.key)),
      body,
      headers: signatureOf(key, signingTime(clock, timestamps), Buffer.from(body, 'utf8')),
    }
  })
}
