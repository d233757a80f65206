import { type Answer, jsonAnswer } from '../answer.js'
import { documentedRefusals } from '../state/assumptions.js'
import { dayOf } from '../state/calendar.js'
import { OrderRefusal } from '../state/order.js'
import { type Fields, type OperationCall, textOf } from './operation.js'

/** The current day, in the zone of the reports. */
export function todayOf({ settings, moment }: OperationCall): string {
  return dayOf(moment.at, settings.reportingTimeZone)
}

/**
 * Tells whether a day is in the period that was asked for: today where a date is left out (Scalapay's specification).
 *
 * @throws OrderRefusal when the dates are reversed.
 */
export function askedPeriod(call: OperationCall): (day: string) => boolean {
  const today = todayOf(call)
  const start = textOf(call.query, 'startDate') ?? today
  const end = textOf(call.query, 'endDate') ?? today
  // Dates of this form compare as text does.
  if (start > end) throw new OrderRefusal(documentedRefusals.datesReversed)
  return (day) => start <= day && day <= end
}

/** Rows a page when none are asked for (Scalapay's specification). */
const DEFAULT_SIZE = 5_000

/** One page of a report. Only the rows that are sent are made. */
export function reportPage<Entry>(
  { query, settings }: OperationCall,
  entries: readonly Entry[],
  toRow: (entry: Entry) => Fields,
  defaultSize: number = DEFAULT_SIZE,
): Answer {
  const page = Number(query.page ?? 0)
  const size = Math.min(Number(query.size ?? defaultSize), settings.largestReportPage)
  const end = (page + 1) * size
  return jsonAnswer(200, {
    items: entries.slice(page * size, end).map(toRow),
    total: entries.length,
    page,
    size,
    // A page without rows never leads to the rest.
    hasMore: size > 0 && end < entries.length,
  })
}
