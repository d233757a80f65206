import { closedReason } from '../emulation/shopper.js'
import type { Order } from '../state/order.js'
import { html } from './html.js'
import type { Language } from './language.js'
import { layout } from './layout.js'
import { texts } from './texts.js'

/** What stands where the shopper's tab was: nothing leads back to the shop, which is the point. */
export function tabClosedPage(order: Order, language: Language): string {
  const t = texts[language]
  const path = `/checkout/${order.token}`
  const isOpen = closedReason(order) === undefined
  const again =
    isOpen &&
    html`<p><a class="quiet" href="${path}?lang=${language}" data-testid="open-again">${t.openAgain}</a></p>`
  return layout({
    language,
    title: t.tabClosedTitle,
    path,
    query: '&closed=1',
    sheet: 'checkout.css',
    content: html`<section class="panel" data-testid="tab-closed"><h1>${t.tabClosedTitle}</h1><p>${isOpen ? t.tabLeftText : t.tabApprovedText}</p>${again || undefined}</section>`,
  })
}
