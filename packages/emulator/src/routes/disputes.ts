import { dayOf, timestamp } from '../state/calendar.js'
import type { Dispute } from '../state/dispute.js'
import type { Merchant } from '../state/store.js'
import type { Fields, Operation } from './operation.js'
import { askedPeriod, reportPage } from './report-query.js'

const DEFAULT_SIZE = 20

/** A dispute as the API shows it, its order's token unmasked (Scalapay's specification). */
function disputeRow(dispute: Dispute, { orders }: Merchant): Fields {
  const resolvedAt = dispute.resolvedAt === undefined ? null : timestamp(dispute.resolvedAt)
  return {
    disputeToken: dispute.token,
    orderToken: dispute.orderToken,
    disputeStatus: dispute.status,
    openingReason: dispute.openingReason,
    amountInCents: dispute.amountInCents,
    currency: 'EUR',
    createdAt: timestamp(dispute.createdAt),
    expiresAt: timestamp(dispute.expiresAt),
    merchantOrderReference: orders.get(dispute.orderToken)?.merchantReference ?? null,
    merchantDisputeReference: dispute.merchantDisputeReference ?? null,
    resolvingReason: dispute.resolvingReason ?? null,
    liability: dispute.liability ?? null,
    updatedAt: resolvedAt,
    resolvedAt,
  }
}

/** `GET /v1/reporting/disputes`: by the day on which they were opened. */
export const reportDisputes: Operation = (call) => {
  const { merchant, settings, query } = call
  const isAsked = askedPeriod(call)
  const disputes = [...merchant.disputes.values()]
    .filter(({ createdAt }) => isAsked(dayOf(createdAt, settings.reportingTimeZone)))
    .filter(({ status }) => query.disputeStatus === undefined || status === query.disputeStatus)
  return {
    answer: reportPage(call, disputes, (dispute) => disputeRow(dispute, merchant), DEFAULT_SIZE),
  }
}
