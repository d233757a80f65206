import { type Html, html } from '../pages/html.js'
import type { WebhookAttempt, WebhookDelivery, WebhookState } from '../webhooks/delivery.js'
import type { WebhookSettings } from '../webhooks/settings.js'
import {
  badge,
  bodyBlock,
  buttonForm,
  facts,
  latestOf,
  row,
  rows,
  section,
  type Tone,
  time,
} from './elements.js'

const TONES: Readonly<Record<WebhookState, Tone>> = {
  pending: 'busy',
  delivered: 'good',
  failed: 'bad',
  dropped: 'plain',
}

function attemptLine({ at, status, error, answer }: WebhookAttempt): Html {
  return html`<li>${time(at)} <strong>${status ?? 'no answer'}</strong> ${error ?? undefined}${answer && bodyBlock('Your server said', answer)}</li>`
}

function deliveryRow(delivery: WebhookDelivery): Html {
  const { id, event, orderToken, state, attempts, nextAttemptAt, url, headers, body } = delivery
  const summary = html`<span class="what"><strong>${event}</strong> <code>${orderToken}</code></span><span class="soft">${attempts.length} ${attempts.length === 1 ? 'attempt' : 'attempts'}</span>${badge(state, TONES[state])}`
  const content = html`${facts([
    ['Address', html`<code>${url}</code>`],
    ['Next attempt', nextAttemptAt === null ? 'none' : time(nextAttemptAt)],
  ])}<ol class="timeline" aria-label="Attempts of ${id}">${attempts.map(attemptLine)}</ol>
${bodyBlock(
  'Signed headers',
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n'),
)}${bodyBlock('Body', body)}${buttonForm(`/dashboard/webhooks/${id}/redeliver`, 'Send once more')}`
  return row(id, summary, content)
}

function checkbox(name: 'drop' | 'duplicate' | 'shuffle' | 'resign', label: string, on: boolean) {
  return html`<label class="check"><input type="checkbox" name="${name}" value="true"${on ? html` checked` : undefined}> ${label}</label>`
}

function settingsForm(settings: WebhookSettings): Html {
  const { url, delayMs, drop, duplicate, shuffle, resign } = settings
  const address =
    typeof url === 'string' || url === null
      ? html`<label for="webhook-url">Address of your webhook route</label><input id="webhook-url" name="url" type="url" value="${url ?? ''}" placeholder="http://127.0.0.1:3000/webhooks/scalapay">`
      : html`<p class="hint">Each merchant has an address of its own: change them by the control plane.</p>`
  return html`<details id="webhook-settings"><summary>Settings</summary><form method="post" action="/dashboard/webhooks/settings" class="stack inside">${address}
<label for="webhook-delay">Delay in milliseconds</label><input id="webhook-delay" name="delayMs" inputmode="numeric" value="${delayMs}">
${checkbox('drop', 'Lose every event', drop !== false)}${checkbox('duplicate', 'Send every event twice', duplicate !== false)}${checkbox('shuffle', 'Mix up their order', shuffle)}${checkbox('resign', 'Sign retries anew', resign)}
<button class="small" type="submit">Save</button></form></details>`
}

/** The deliveries, newest first, and how events are told. */
export function webhooksSection(
  deliveries: readonly WebhookDelivery[],
  total: number,
  settings: WebhookSettings,
): Html {
  const empty =
    settings.url === null
      ? html`Nobody is told of events: give the address of your webhook route in the settings.`
      : html`No events yet.`
  return section(
    'webhooks',
    'Webhooks',
    html`${rows(deliveries.map(deliveryRow), empty)}${latestOf(deliveries.length, total, 'webhooks')}${settingsForm(settings)}`,
  )
}
