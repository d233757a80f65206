import type { Settings } from '../settings.js'
import { DEFAULT_PRODUCT, IN_STORE_TYPE, STORE_REFERENCE } from '../state/assumptions.js'
import { zonelessTime } from '../state/calendar.js'
import { feesOf, netInCents } from '../state/fees.js'
import type { Order } from '../state/order.js'
import {
  type Payout,
  payoutToken,
  type Transfer,
  transactionDayOf,
  transferId,
} from '../state/transfers.js'
import { type Fields, type OperationCall, textOf } from './operation.js'
import { readStatus, stringAmount } from './order-view.js'
import { todayOf } from './report-query.js'

/** Tokens are masked in reports (Scalapay's specification). */
function maskedToken({ token }: Order): string {
  return `******${token.slice(-4)}`
}

/** The days of payouts, as a time without a zone. */
function startOfDay(day: string): string {
  return `${day}T00:00:00.000`
}

function placeOf({ deviceReference }: Order): Fields {
  return {
    storeReference: deviceReference === undefined ? null : STORE_REFERENCE,
    deviceReference: deviceReference ?? null,
  }
}

/** Money that comes is positive, money that goes back negative. */
function signedCents({ kind, amountInCents }: Transfer): number {
  return kind === 'refund' ? -amountInCents : amountInCents
}

/** The seven amounts of a settlement. */
function settledAmounts(transfer: Transfer, settings: Settings): Fields {
  const gross = signedCents(transfer)
  const { feeInCents, taxInCents, totalInCents } = feesOf(gross)
  return {
    grossAmount: stringAmount(gross),
    netAmount: stringAmount(netInCents(gross, settings.feesBilledAtMonthEnd)),
    totalFeeAmount: stringAmount(totalInCents),
    scalapayFeeAmount: stringAmount(feeInCents),
    scalapayFeeTaxAmount: stringAmount(taxInCents),
    otherFeeAmount: stringAmount(0),
    otherFeeTaxAmount: stringAmount(0),
  }
}

/** Where the key of the caller stands among all: each merchant has payouts of its own. */
export function merchantIndexOf({ settings, merchant }: OperationCall): number {
  return settings.merchantKeys.indexOf(merchant.key)
}

/** Null until the day is over and its payout is made. */
function payoutDetails(transfer: Transfer, call: OperationCall): Fields | null {
  const transactionDay = transactionDayOf(transfer, todayOf(call))
  if (transactionDay === undefined) return null
  return {
    merchantPayoutToken: payoutToken(merchantIndexOf(call), transfer.day),
    transactionDate: startOfDay(transactionDay),
    status: 'processed',
    ...settledAmounts(transfer, call.settings),
  }
}

function typeOf({ origin, payload }: Order): string {
  if (origin === 'in-store') return IN_STORE_TYPE
  return origin === 'in-store-link' ? 'link' : textOf(payload, 'type') || 'online'
}

/** What the rows of orders have in common. */
function orderFields(
  transfer: Transfer,
  captureInCents: number,
  { settings }: OperationCall,
): Fields {
  const { order } = transfer
  return {
    orderStatus: readStatus(order, settings),
    orderTokenLast4: maskedToken(order),
    orderCreatedDate: zonelessTime(order.createdAt, settings.reportingTimeZone),
    channel: textOf(order.payload, 'channel') ?? null,
    type: typeOf(order),
    product: textOf(order.payload, 'product') || DEFAULT_PRODUCT,
    merchantReference: order.merchantReference ?? null,
    captureStatus: order.captureStatus,
    captureAmount: stringAmount(captureInCents),
    transferId: transferId(transfer),
  }
}

/** A row of `/v1/reporting/orders`. */
export function orderRow(transfer: Transfer, call: OperationCall): Fields {
  return {
    ...placeOf(transfer.order),
    ...orderFields(transfer, transfer.amountInCents, call),
    payoutDetails: payoutDetails(transfer, call),
  }
}

/** A row of `/v1/reporting/payouts/{token}/orders`. */
export function payoutOrderRow(transfer: Transfer, call: OperationCall): Fields {
  const details = { ...placeOf(transfer.order), ...settledAmounts(transfer, call.settings) }
  return { ...orderFields(transfer, transfer.amountInCents, call), details }
}

/** A row of `/v1/reporting/payouts/{token}/refunds`. */
export function payoutRefundRow(transfer: Transfer, { settings }: OperationCall): Fields {
  return {
    orderTokenLast4: maskedToken(transfer.order),
    merchantReference: transfer.order.merchantReference ?? null,
    refundAmount: stringAmount(transfer.amountInCents),
    transferId: transferId(transfer),
    details: settledAmounts(transfer, settings),
  }
}

/** A row of `/v1/reporting/refunds`: its example is one of orders, so what it really is remains a switch. */
export function refundRow(transfer: Transfer, call: OperationCall): Fields {
  if (call.settings.refundReportRow === 'refund') return payoutRefundRow(transfer, call)
  return {
    ...placeOf(transfer.order),
    ...orderFields(transfer, transfer.order.capturedInCents, call),
    payoutDetails: payoutDetails(transfer, call),
  }
}

/** A row of `/v1/reporting/payouts`. */
export function payoutRow(payout: Payout, { settings }: OperationCall): Fields {
  const net = payout.transfers.map((transfer) =>
    netInCents(signedCents(transfer), settings.feesBilledAtMonthEnd),
  )
  return {
    merchantPayoutToken: payout.token,
    transactionDate: startOfDay(payout.transactionDay),
    totalAmount: stringAmount(net.reduce((sum, cents) => sum + cents, 0)),
    status: 'processed',
  }
}
