import type { WebhookPreview } from '../webhooks/preview.js'
import { type Html, html } from './html.js'
import type { Texts } from './texts.js'

/** What an outcome would make the emulator send. */
export interface OutcomePreview {
  readonly outcome: 'approve' | 'decline' | 'expire'
  readonly webhooks: readonly WebhookPreview[]
}

function request({ url, body, headers }: WebhookPreview, t: Texts): Html {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)
  const message = `V1:${headers['x-scalapay-timestamp']}:${body}`
  return html`<pre tabindex="0" aria-label="${t.willBeSent}">POST ${url ?? t.noAddress}
${lines}
${body}</pre><p class="hint">${t.signedMessage}</p><pre tabindex="0" aria-label="${t.signedMessage}">${message}</pre>`
}

function outcomeBlock({ outcome, webhooks }: OutcomePreview, t: Texts): Html {
  const label = { approve: t.approve, decline: t.decline, expire: t.letExpire }[outcome]
  const sent =
    webhooks.length === 0
      ? html`<p class="hint">${t.nothingSent}</p>`
      : webhooks.map((webhook) => request(webhook, t))
  return html`<h3>${label}</h3>${sent}`
}

/** What would be signed and sent, for those who ask. */
export function previewPanel(previews: readonly OutcomePreview[], t: Texts): Html {
  return html`<details class="panel preview" data-testid="preview"><summary>${t.willBeSent}</summary>${previews.map((preview) => outcomeBlock(preview, t))}</details>`
}
