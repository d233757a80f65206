import { parseCents } from '../state/money.js'
import type { Order } from '../state/order.js'
import { type CardForm, type CardProblem, TEST_CARDS } from './cards.js'
import { type Html, html } from './html.js'
import { formatDay, formatEuro, type Language } from './language.js'
import { layout } from './layout.js'
import { outcomesPanel } from './outcomes.js'
import { type Instalment, instalmentPlan } from './plan.js'
import { type OutcomePreview, previewPanel } from './preview-panel.js'
import { type Texts, texts } from './texts.js'

/** What the page shows. */
export interface CheckoutView {
  readonly order: Order
  readonly language: Language
  /** Epoch milliseconds. */
  readonly now: number
  readonly form: CardForm
  readonly problems: readonly CardProblem[]
  readonly previews: readonly OutcomePreview[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])

/** An amount of the payload in the shopper's words; nothing when there is none. */
function money(value: unknown, language: Language): string | undefined {
  const cents = isFields(value) ? parseCents(value.amount) : undefined
  return cents === undefined ? undefined : formatEuro(cents, language)
}

function summaryLine(
  label: string,
  value: unknown,
  language: Language,
  sign = '',
): Html | undefined {
  const amount = money(value, language)
  if (amount === undefined) return undefined
  return html`<div><dt>${label}</dt><dd>${sign}${amount}</dd></div>`
}

/** Below the total and not among its parts: whether prices include the taxes is the shop's affair. */
function taxes(value: unknown, language: Language, t: Texts): Html | undefined {
  const amount = money(value, language)
  return amount === undefined
    ? undefined
    : html`<p class="hint" data-testid="taxes">${t.taxes} ${amount}</p>`
}

/** A link made in a shop has no page to return to that would name the shop. */
function orderTitle({ payload: { merchant } }: Order, t: Texts): Html {
  if (merchant === undefined) return html`${t.order}`
  return html`${t.orderFrom} <span data-testid="merchant">${new URL(merchant.redirectConfirmUrl).host}</span>`
}

function summary({ order, language }: CheckoutView, t: Texts): Html {
  const { payload } = order
  const items = listOf(payload.items).map(
    (item) =>
      html`<li><span>${String(item.name)} <small>${t.quantity} ${String(item.quantity)}</small></span><span>${money(item.price, language)}</span></li>`,
  )
  const discounts = listOf(payload.discounts).map((discount) =>
    summaryLine(String(discount.displayName ?? t.discount), discount.amount, language, '−'),
  )
  return html`<section class="panel" aria-labelledby="summary-title">
<h2 id="summary-title">${orderTitle(order, t)}</h2>
<ul class="items" data-testid="items">${items}</ul>
<dl class="sums">${summaryLine(t.shipping, payload.shippingAmount, language)}${discounts}
<div class="total"><dt>${t.total}</dt><dd data-testid="total">${formatEuro(order.totalInCents, language)}</dd></div></dl>
${taxes(payload.taxAmount, language, t)}
</section>`
}

function planPanel(plan: readonly Instalment[], { language, now }: CheckoutView, t: Texts): Html {
  const rows = plan.map(({ amountInCents, dueAt }) => {
    const day = dueAt === now ? t.today : formatDay(dueAt, language)
    return html`<li data-testid="instalment"><span>${day}</span><span>${formatEuro(amountInCents, language)}</span></li>`
  })
  return html`<section class="panel" aria-labelledby="plan-title"><h2 id="plan-title">${t.plan}</h2><ol class="plan">${rows}</ol></section>`
}

const FIELD_IDS = { cardNumber: 'card-number', expiry: 'card-expiry', cvv: 'card-cvv' } as const

function problemText({ problem }: CardProblem, t: Texts): string {
  return problem === 'unknownCard'
    ? `${t.unknownCard} ${[...TEST_CARDS.approved, ...TEST_CARDS.declined].join(', ')}`
    : t[problem]
}

function errorSummary(problems: readonly CardProblem[], t: Texts): Html | undefined {
  if (problems.length === 0) return undefined
  const links = problems.map(
    (problem) =>
      html`<li><a href="#${FIELD_IDS[problem.field]}">${problemText(problem, t)}</a></li>`,
  )
  return html`<div class="errors" role="alert" tabindex="-1" autofocus data-testid="error-summary"><h2>${t.errorTitle}</h2><ul>${links}</ul></div>`
}

interface Field {
  readonly name: keyof CardForm
  readonly label: string
  readonly hint?: string
}

function field({ name, label, hint }: Field, view: CheckoutView, t: Texts): Html {
  const id = FIELD_IDS[name]
  const problem = view.problems.find((candidate) => candidate.field === name)
  const notes = [
    hint === undefined ? undefined : html`<span class="hint" id="${id}-hint">${hint}</span>`,
    problem &&
      html`<span class="problem" id="${id}-problem">${t.errorPrefix} ${problemText(problem, t)}</span>`,
  ]
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return html`<p class="field"><label for="${id}">${label}</label>${notes}
<input id="${id}" name="${name}" data-testid="${id}" value="${view.form[name]}" inputmode="numeric" autocomplete="off" required${
    described === '' ? undefined : html` aria-describedby="${described}"`
  }${problem && html` aria-invalid="true"`}></p>`
}

function cardForm(view: CheckoutView, plan: readonly Instalment[], t: Texts): Html {
  const { order, language, now } = view
  const path = `/checkout/${order.token}`
  const first = plan[0]
  const label =
    first?.dueAt === now
      ? `${t.pay} ${formatEuro(first.amountInCents, language)} ${t.payNow}`
      : t.confirmLater
  return html`<section class="panel" aria-labelledby="card-title"><h2 id="card-title">${t.card}</h2>
<form method="post" action="${path}/pay?lang=${language}" novalidate>
${field({ name: 'cardNumber', label: t.cardNumber }, view, t)}
<div class="pair">${field({ name: 'expiry', label: t.expiry, hint: t.expiryHint }, view, t)}${field({ name: 'cvv', label: t.cvv, hint: t.cvvHint }, view, t)}</div>
<button class="primary" type="submit" data-testid="pay">${label}</button>
</form>
${order.payload.merchant && html`<form method="post" action="${path}/cancel?lang=${language}"><button class="quiet" type="submit" data-testid="cancel">${t.cancel}</button></form>`}
</section>`
}

function testCards({ order, language }: CheckoutView, t: Texts): Html {
  const links = (cards: readonly string[]) =>
    cards.map(
      (card) =>
        html`<li><a href="/checkout/${order.token}?lang=${language}&amp;card=${encodeURIComponent(card)}" data-testid="card-${card.replaceAll(' ', '')}">${card}</a></li>`,
    )
  return html`<section class="panel cards" aria-labelledby="cards-title"><h2 id="cards-title">${t.testCards}</h2>
<p class="hint">${t.testCardsHint}</p>
<h3>${t.approvedCards}</h3><ul>${links(TEST_CARDS.approved)}</ul>
<h3>${t.declinedCards}</h3><ul>${links(TEST_CARDS.declined)}</ul></section>`
}

/** The page on which the shopper pays. It works without JavaScript. */
export function checkoutPage(view: CheckoutView): string {
  const t = texts[view.language]
  const plan = instalmentPlan(view.order, view.now)
  const prefix = view.problems.length === 0 ? '' : `${t.errorPrefix} `
  return layout({
    language: view.language,
    title: `${prefix}${t.checkoutTitle}`,
    path: `/checkout/${view.order.token}`,
    width: 'wide',
    sheet: 'checkout.css',
    content: html`<h1>${t.checkoutTitle}</h1>${errorSummary(view.problems, t)}
<div class="columns"><div>${summary(view, t)}${planPanel(plan, view, t)}</div><div class="paying">${cardForm(view, plan, t)}${testCards(view, t)}</div><div>${outcomesPanel(view.order, view.language, t)}${previewPanel(view.previews, t)}</div></div>`,
  })
}
