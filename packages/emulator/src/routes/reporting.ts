import { documentedRefusals } from '../state/assumptions.js'
import { OrderRefusal } from '../state/order.js'
import {
  type Payout,
  payoutsOf,
  type Transfer,
  transactionDayOf,
  transfersOf,
} from '../state/transfers.js'
import type { Operation, OperationCall } from './operation.js'
import { askedPeriod, reportPage, todayOf } from './report-query.js'
import {
  merchantIndexOf,
  orderRow,
  payoutOrderRow,
  payoutRefundRow,
  payoutRow,
  refundRow,
} from './report-rows.js'

/**
 * The day by which the reports find a movement.
 *
 * The dates of a query are those of bank transactions (Scalapay's specification). Rows without one, with `payoutDetails:
 * null`, are in the reports too, so there has to be a day that finds them: by assumption that of the movement.
 */
function reportDay(transfer: Transfer, call: OperationCall): string {
  if (call.settings.reportDates === 'movement') return transfer.day
  return transactionDayOf(transfer, todayOf(call)) ?? transfer.day
}

/** The movements of the days that were asked for. */
function askedTransfers(call: OperationCall): Transfer[] {
  const isAsked = askedPeriod(call)
  const { merchant, settings } = call
  return transfersOf(merchant, settings.reportingTimeZone).filter((transfer) =>
    isAsked(reportDay(transfer, call)),
  )
}

/** A release is a row of its own only if the whole order was voided, by a call or by the end of its delay. */
function concernsOrder({ kind, order }: Transfer): boolean {
  return kind === 'capture' || (kind === 'void' && order.captureStatus === 'voided')
}

/** `GET /v1/reporting/orders`: what was captured and voided, each capture a row. */
export const reportOrders: Operation = (call) => {
  const transfers = askedTransfers(call).filter(concernsOrder)
  return { answer: reportPage(call, transfers, (transfer) => orderRow(transfer, call)) }
}

/** `GET /v1/reporting/refunds` */
export const reportRefunds: Operation = (call) => {
  const refunds = askedTransfers(call).filter(({ kind }) => kind === 'refund')
  return { answer: reportPage(call, refunds, (transfer) => refundRow(transfer, call)) }
}

function payoutsFor(call: OperationCall): Payout[] {
  return payoutsOf(call.merchant, {
    merchantIndex: merchantIndexOf(call),
    timeZone: call.settings.reportingTimeZone,
    today: todayOf(call),
  })
}

/** `GET /v1/reporting/payouts`: by the day on which the money was transferred. */
export const reportPayouts: Operation = (call) => {
  const isAsked = askedPeriod(call)
  const payouts = payoutsFor(call).filter(({ transactionDay }) => isAsked(transactionDay))
  return { answer: reportPage(call, payouts, (payout) => payoutRow(payout, call)) }
}

/** The rows of one payout. */
function payoutTransfers(call: OperationCall, kind: Transfer['kind']): Transfer[] {
  const payout = payoutsFor(call).find(({ token }) => token === call.token)
  if (payout === undefined) throw new OrderRefusal(documentedRefusals.unknownPayout)
  return payout.transfers.filter((transfer) => transfer.kind === kind)
}

/** `GET /v1/reporting/payouts/{token}/orders` */
export const reportPayoutOrders: Operation = (call) => ({
  answer: reportPage(call, payoutTransfers(call, 'capture'), (transfer) =>
    payoutOrderRow(transfer, call),
  ),
})

/** `GET /v1/reporting/payouts/{token}/refunds` */
export const reportPayoutRefunds: Operation = (call) => ({
  answer: reportPage(call, payoutTransfers(call, 'refund'), (transfer) =>
    payoutRefundRow(transfer, call),
  ),
})
