import { isDate } from '../transport/is-date.js'
import { invalidInput } from './invalid-input.js'

/** A calendar day: `'2026-03-29'`, or a moment, of which the day in the report's time zone is taken. */
export type CalendarDate = string | Date

/** Writes a day as Scalapay wants it, `YYYY-MM-DD`; the name is that of the argument, for the error. */
export type Calendar = (name: string, day: CalendarDate) => string

/** Scalapay settles in Italy; that its report days are Italian ones is an assumption, their zone is not published. */
const DEFAULT_TIME_ZONE = 'Europe/Rome'

/**
 * The calendar of a zone: a moment is the day that it falls on there, whatever the zone of this machine, also on the days
 * when the clocks change. A day that is a string is taken as it is.
 *
 * @param operation for the error
 * @param timeZone an IANA name
 * @throws ScalapayRequestError when the zone is not known, and from the calendar when something is not a day
 */
export function calendarOf(operation: string, timeZone = DEFAULT_TIME_ZONE): Calendar {
  const format = dayFormat(operation, timeZone)
  return (name, day) => {
    const text = isDate(day) ? dayOf(day, format) : day
    if (isCalendarDay(text)) return text
    throw invalidInput(operation, name, "must be a day such as '2026-03-29', or a valid Date.")
  }
}

function dayFormat(operation: string, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  } catch {
    const problem = "is not a zone that this runtime knows. Give an IANA name: 'Europe/Rome'."
    throw invalidInput(operation, 'timeZone', problem)
  }
}

function dayOf(moment: Date, format: Intl.DateTimeFormat): string | undefined {
  if (Number.isNaN(moment.getTime())) return undefined
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

function isCalendarDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = new Date(`${text}T00:00:00Z`)
  // Some engines roll 30 February over into March.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
}
