import { returnUrl, type ShopperError } from '../emulation/shopper.js'
import type { Order } from '../state/order.js'
import { html } from './html.js'
import type { Language } from './language.js'
import { layout } from './layout.js'
import { texts } from './texts.js'

/** What is left to say about an order that is not open, with the way back to the shop. */
export interface ClosedView {
  readonly token: string
  readonly reason: ShopperError['reason']
  /** Absent when the token is unknown. */
  readonly order?: Order
  readonly language: Language
}

/** The HTTP status of each closed page. */
export const CLOSED_STATUS: Readonly<Record<ShopperError['reason'], number>> = {
  unknown: 404,
  expired: 410,
  declined: 200,
  completed: 200,
}

/** The page of an order that cannot be paid (any more). */
export function closedPage({ token, reason, order, language }: ClosedView): string {
  const t = texts[language]
  const paid = reason === 'completed' && order?.status !== 'voided'
  const target = order && returnUrl(order, paid ? 'SUCCESS' : 'FAILED')
  const link =
    target &&
    html`<p><a class="primary" href="${target}" data-testid="return-to-shop">${t.backToShop}</a></p>`
  return layout({
    language,
    title: t[`${reason}Title`],
    path: `/checkout/${encodeURIComponent(token)}`,
    sheet: 'checkout.css',
    content: html`<section class="panel" data-testid="${reason}"><h1>${t[`${reason}Title`]}</h1><p>${t[`${reason}Text`]}</p>${link}</section>`,
  })
}
