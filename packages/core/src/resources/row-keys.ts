import type {
  DisputeRow,
  OrderRow,
  PayoutOrderRow,
  PayoutRefundRow,
  PayoutRow,
  RefundRow,
} from '../types.js'

/**
 * What tells the row of an order from every other. The token is masked, and a reference may have two orders, so only all of
 * it together does; the transfer and the amount tell the parts of an order apart that was captured in parts.
 */
export function orderKey(row: OrderRow | PayoutOrderRow): string | undefined {
  const { transferId, orderTokenLast4, orderCreatedDate, merchantReference, captureAmount } = row
  if (!transferId && !(orderTokenLast4 && orderCreatedDate)) return undefined
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
  if (!transferId?.startsWith('trr_')) return undefined
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
