import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type {
  DisputeRow,
  DisputeStatus,
  OrderRow,
  PayoutOrderRow,
  PayoutRefundRow,
  PayoutRow,
  RefundRow,
} from '../types.js'
import { type CalendarDate, calendarOf } from './calendar-date.js'
import { invalidInput, requireObject } from './invalid-input.js'
import { createReport, type Report } from './paginate.js'
import { disputeKey, orderKey, payoutKey, refundKey } from './row-keys.js'

/** How large pages are. */
export interface PageOptions {
  /**
   * Rows per page: from 1 to 5,000, for disputes to 100 (source: Scalapay's specification).
   * @default 5000, for disputes 100
   */
  size?: number | undefined
}

/** The days that a report covers, both included. */
export interface ReportPeriod extends PageOptions {
  /** The first day. Left out, it is Scalapay's today, at each page anew: give both days when midnight may pass. */
  startDate?: CalendarDate | undefined
  /** The last day. Left out, it is Scalapay's today. */
  endDate?: CalendarDate | undefined
  /**
   * Which zone's day a `Date` is turned into.
   * @default 'Europe/Rome'
   */
  timeZone?: string | undefined
}

/** The days, and the state, of the disputes to list. */
export interface DisputePeriod extends ReportPeriod {
  /** The first day. Scalapay wants both here. */
  startDate: CalendarDate
  /** The last day. */
  endDate: CalendarDate
  /**
   * Only the disputes in this state.
   * @default all of them
   */
  disputeStatus?: DisputeStatus | undefined
}

const MAX_PAGE_SIZE = 5000
const MAX_DISPUTE_PAGE_SIZE = 100

/**
 * What was settled. Each report is an async iterable that fetches page after page, and gives single pages too; the last
 * argument holds for each page. Times without a zone (`orderCreatedDate`, `transactionDate`) are left as Scalapay sends
 * them: which zone they are in is not published.
 */
export class Reporting {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Orders by the day of their bank transaction. Tokens are masked: join on `merchantReference`.
   *
   * @throws ScalapayRequestError from the iteration, when a day, the zone or the size cannot be used
   */
  orders(period: ReportPeriod = {}, options?: RequestOptions): Report<OrderRow> {
    const operation = 'reportOrders'
    return createReport<OrderRow>({
      operation,
      fetchPage: async (page) =>
        this.#call(operation, { query: periodQuery(operation, period, page) }, options),
      keyOf: orderKey,
    })
  }

  /**
   * Refunds by the day of their bank transaction. Which fields a row has is not published.
   *
   * @throws ScalapayRequestError from the iteration, when a day, the zone or the size cannot be used
   */
  refunds(period: ReportPeriod = {}, options?: RequestOptions): Report<RefundRow> {
    const operation = 'reportRefunds'
    return createReport<RefundRow>({
      operation,
      fetchPage: async (page) =>
        this.#call(operation, { query: periodQuery(operation, period, page) }, options),
      keyOf: refundKey,
    })
  }

  /**
   * Payouts by the day of their bank transaction.
   *
   * @throws ScalapayRequestError from the iteration, when a day, the zone or the size cannot be used
   */
  payouts(period: ReportPeriod = {}, options?: RequestOptions): Report<PayoutRow> {
    const operation = 'reportPayouts'
    return createReport<PayoutRow>({
      operation,
      fetchPage: async (page) =>
        this.#call(operation, { query: periodQuery(operation, period, page) }, options),
      keyOf: payoutKey,
    })
  }

  /**
   * The orders that a payout settles.
   *
   * @param payoutToken the `merchantPayoutToken` of a payout
   * @throws ScalapayRequestError from the iteration, when the token or the size cannot be used
   */
  payoutOrders(
    payoutToken: string,
    paging: PageOptions = {},
    options?: RequestOptions,
  ): Report<PayoutOrderRow> {
    const operation = 'reportPayoutOrders'
    const path = { token: payoutToken }
    return createReport<PayoutOrderRow>({
      operation,
      fetchPage: async (page) =>
        this.#call(operation, { path, query: pageQuery(operation, paging, page) }, options),
      keyOf: orderKey,
    })
  }

  /**
   * The refunds that a payout settles; fees are negative.
   *
   * @param payoutToken the `merchantPayoutToken` of a payout
   * @throws ScalapayRequestError from the iteration, when the token or the size cannot be used
   */
  payoutRefunds(
    payoutToken: string,
    paging: PageOptions = {},
    options?: RequestOptions,
  ): Report<PayoutRefundRow> {
    const operation = 'reportPayoutRefunds'
    const path = { token: payoutToken }
    return createReport<PayoutRefundRow>({
      operation,
      fetchPage: async (page) =>
        this.#call(operation, { path, query: pageQuery(operation, paging, page) }, options),
      keyOf: refundKey,
    })
  }

  /**
   * Disputes. The order's token is not masked here, and amounts are in minor units.
   *
   * @throws ScalapayRequestError from the iteration, when a day, the zone or the size cannot be used
   */
  disputes(period: DisputePeriod, options?: RequestOptions): Report<DisputeRow> {
    const operation = 'reportDisputes'
    return createReport<DisputeRow>({
      operation,
      fetchPage: async (page) => {
        const days = periodQuery(operation, period, page, MAX_DISPUTE_PAGE_SIZE)
        const query = { ...days, disputeStatus: period.disputeStatus }
        return this.#call(operation, { query }, options)
      },
      keyOf: disputeKey,
    })
  }
}

function periodQuery(
  operation: string,
  period: ReportPeriod,
  page: number,
  maxSize = MAX_PAGE_SIZE,
) {
  requireObject(
    operation,
    'the period',
    period,
    "{ startDate: '2026-03-01', endDate: '2026-03-31' }",
  )
  const { startDate, endDate, timeZone } = period
  const dayOf = calendarOf(operation, timeZone)
  return {
    startDate: startDate === undefined ? undefined : dayOf('startDate', startDate),
    endDate: endDate === undefined ? undefined : dayOf('endDate', endDate),
    ...pageQuery(operation, period, page, maxSize),
  }
}

function pageQuery(operation: string, paging: PageOptions, page: number, maxSize = MAX_PAGE_SIZE) {
  const size = paging.size ?? maxSize
  if (!Number.isSafeInteger(page) || page < 0) {
    throw invalidInput(operation, 'page', 'must be a whole number, 0 or greater.')
  }
  if (!Number.isSafeInteger(size) || size < 1 || size > maxSize) {
    throw invalidInput(operation, 'size', `must be a whole number from 1 to ${maxSize}.`)
  }
  return { page, size }
}
