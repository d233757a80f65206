import { createHash } from 'node:crypto'
import { dayAfter, dayOf } from './calendar.js'
import type { Order } from './order.js'
import type { Merchant, RecordedMovement } from './store.js'

/** A movement of money as the reports see it. */
export interface Transfer extends RecordedMovement {
  readonly order: Order
  /** The calendar day, `YYYY-MM-DD`. */
  readonly day: string
  /** Its place among the merchant's movements, which never changes. */
  readonly position: number
}

/** The captures and refunds of one day, transferred to the merchant's account on the next. */
export interface Payout {
  readonly token: string
  /** `YYYY-MM-DD`; the transfers are of the day before. */
  readonly transactionDay: string
  readonly transfers: readonly Transfer[]
}

const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A code that follows from a text and does not give it away: the same state has the same codes. */
function codeFrom(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest()
  return Array.from(digest.subarray(0, length), (byte) => BASE_36.charAt(byte % 36)).join('')
}

/** `tr_…` for a capture, `trr_…` for a refund (Scalapay docs), null where no money changed hands. */
export function transferId({ kind, orderToken, position }: Transfer): string | null {
  if (kind === 'void') return null
  return `${kind === 'capture' ? 'tr' : 'trr'}_${codeFrom(`${orderToken} ${position}`, 16)}`
}

/** The merchant's part of the ledger with its orders, oldest first. */
export function transfersOf(merchant: Merchant, timeZone: string): Transfer[] {
  return merchant.movements.flatMap((movement, position) => {
    const order = merchant.orders.get(movement.orderToken)
    return order === undefined
      ? []
      : [{ ...movement, order, day: dayOf(movement.at, timeZone), position }]
  })
}

/**
 * The day of the bank transaction that pays a transfer out, `YYYY-MM-DD`; undefined while its own day is not over, and for
 * a release, of which nothing reaches the bank.
 */
export function transactionDayOf({ kind, day }: Transfer, today: string): string | undefined {
  return kind === 'void' || day >= today ? undefined : dayAfter(day)
}

/** The token of the payout of a day's transfers, whether there are any or not. */
export function payoutToken(merchantIndex: number, day: string): string {
  return codeFrom(`payout ${merchantIndex} ${day}`, 12).toUpperCase()
}

/** When and as what merchants are paid. */
export interface PayoutView {
  readonly merchantIndex: number
  readonly timeZone: string
  /** The day of today, `YYYY-MM-DD`: its transfers are not paid out yet. */
  readonly today: string
}

/** Every payout so far, oldest first. */
export function payoutsOf(merchant: Merchant, view: PayoutView): Payout[] {
  const days = new Map<string, Transfer[]>()
  for (const transfer of transfersOf(merchant, view.timeZone)) {
    if (transactionDayOf(transfer, view.today) === undefined) continue
    const transfers = days.get(transfer.day) ?? []
    transfers.push(transfer)
    days.set(transfer.day, transfers)
  }
  return [...days].map(([day, transfers]) => ({
    token: payoutToken(view.merchantIndex, day),
    transactionDay: dayAfter(day),
    transfers,
  }))
}
