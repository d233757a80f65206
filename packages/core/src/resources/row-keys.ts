import type {
  DisputeRow,
  OrderRow,
  PayoutOrderRow,
  PayoutRefundRow,
  PayoutRow,
  RefundRow,
} from '../types.js'
import { lowerStatus } from './status.js'

/**
 * What tells the row of an order from every other. The token is masked, and a reference may have two orders, so only all of
 * it together does; the transfer tells the parts of an order apart that is captured in parts. Before it is settled such a part
 * has none, and may be like another one: it has no key, so that no capture is lost, but it may come twice when rows shift.
 */
export function orderKey(row: OrderRow | PayoutOrderRow): string | undefined {
  const { transferId, orderTokenLast4, orderCreatedDate, merchantReference, captureAmount } = row
  const isPart = lowerStatus(row.captureStatus) === 'delayed'
  if (!transferId && (isPart || !(orderTokenLast4 && orderCreatedDate))) return undefined
  return keyOf(
    transferId,
    orderTokenLast4,
    orderCreatedDate,
    merchantReference,
    captureAmount?.amount,
  )
}

/** The same for a refund: its own transfer, `trr_…`. That of its order, `tr_…`, is the same for all refunds of the order. */
export function refundKey(row: RefundRow | PayoutRefundRow): string | undefined {
  const { transferId, orderTokenLast4, merchantReference, refundAmount } = row
  if (!String(transferId).startsWith('trr_')) return undefined
  return keyOf(transferId, orderTokenLast4, merchantReference, refundAmount?.amount)
}

/** The same for a payout. */
export function payoutKey(row: PayoutRow): string | undefined {
  return row.merchantPayoutToken || undefined
}

/** The same for a dispute. */
export function disputeKey(row: DisputeRow): string | undefined {
  return row.disputeToken || undefined
}

function keyOf(...parts: (string | null | undefined)[]): string {
  return JSON.stringify(parts)
}
