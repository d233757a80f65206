import { DECLINED_FEEDBACK } from '../state/assumptions.js'
import type { Order } from '../state/order.js'
import { type Html, html } from './html.js'
import type { Language } from './language.js'
import type { Texts } from './texts.js'

/** What a tester can make happen on the checkout page without a card. */
export const OUTCOMES = ['approve', 'approve-and-close', 'decline', 'close', 'expire'] as const

/** One of them. */
export type Outcome = (typeof OUTCOMES)[number]

/** Whether a form asks for an outcome that there is. */
export function isOutcome(value: unknown): value is Outcome {
  return OUTCOMES.some((outcome) => outcome === value)
}

function button(outcome: Outcome, label: string): Html {
  return html`<button class="quiet" type="submit" name="outcome" value="${outcome}" data-testid="outcome-${outcome}">${label}</button>`
}

/**
 * The outcomes to choose from.
 *
 * Declining has a form of its own: Enter in the field of the reason must not press the first button of all.
 */
export function outcomesPanel(order: Order, language: Language, t: Texts): Html {
  const action = `/checkout/${order.token}/outcome?lang=${language}`
  return html`<section class="panel outcomes" aria-labelledby="outcomes-title"><h2 id="outcomes-title">${t.outcomes}</h2>
<p class="hint">${t.outcomesHint}</p>
<form method="post" action="${action}">${button('approve', t.approve)}${button('approve-and-close', t.approveAndClose)}${button('close', t.closeTab)}${button('expire', t.letExpire)}</form>
<form method="post" action="${action}" class="decline"><p class="field"><label for="decline-reason">${t.declineReason}</label><span class="hint" id="decline-reason-hint">${t.declineReasonHint}</span>
<input id="decline-reason" name="reason" value="${DECLINED_FEEDBACK}" maxlength="100" autocomplete="off" spellcheck="false" aria-describedby="decline-reason-hint" data-testid="decline-reason"></p>${button('decline', t.decline)}</form>
</section>`
}
