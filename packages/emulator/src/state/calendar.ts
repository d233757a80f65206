const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs far more than using it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, formatter)
  return formatter
}

/** Whether there is a zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** An epoch time as the API writes it: UTC with milliseconds and `Z`. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** A time as reports write it: ISO 8601 without a zone, to the second (`2022-05-26T15:28:53.000`). */
export function zonelessTime(milliseconds: number, timeZone: string): string {
  const parts = formatterOf(timeZone).formatToParts(milliseconds)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}.000`
}

/** The calendar day of a time, `YYYY-MM-DD`. */
export function dayOf(milliseconds: number, timeZone: string): string {
  return zonelessTime(milliseconds, timeZone).slice(0, 10)
}

/** The day after a day, by the calendar and not by hours: some days have 23 of them. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
