import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CalendarDate, ReportPeriod } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { startReport } from './report-server.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The day that goes out for a date. */
async function dayOnTheWire(startDate: CalendarDate, timeZone?: string): Promise<string | null> {
  const server = await startReport([])
  await clientFor(server.url).reporting.orders({ startDate, timeZone }).page(0)
  return new URL(server.seen[0]?.url ?? '', server.url).searchParams.get('startDate')
}

describe('S52 a moment becomes its day in Italy, whatever the zone of the server', () => {
  // In 2026 the clocks go forward on 29 March and back on 25 October, both at 01:00 UTC.
  const moments: [moment: string, day: string][] = [
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-24T21:59:59.999Z', '2026-10-24'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T00:59:59.999Z', '2026-10-25'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['2025-12-31T23:00:00.000Z', '2026-01-01'],
  ]

  describe.each([
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
    ['Europe/Rome', -60],
    ['UTC', 0],
  ])('%s', (zone, offset) => {
    it.each(moments)('%s is %s', async (moment, day) => {
      vi.stubEnv('TZ', zone)
      expect(new Date('2026-01-01T12:00:00Z').getTimezoneOffset()).toBe(offset)
      expect(await dayOnTheWire(new Date(moment))).toBe(day)
    })

    it('a day that is a string stays as it is', async () => {
      vi.stubEnv('TZ', zone)
      expect(await dayOnTheWire('2026-03-29')).toBe('2026-03-29')
    })
  })
})

it.each([
  ['Pacific/Kiritimati', '2026-03-29'],
  ['America/Los_Angeles', '2026-03-28'],
  ['UTC', '2026-03-28'],
])('a moment becomes its day in the zone that is given: %s', async (timeZone, day) => {
  expect(await dayOnTheWire(new Date('2026-03-28T23:30:00Z'), timeZone)).toBe(day)
})

it('a day that is a string is the same in every zone', async () => {
  expect(await dayOnTheWire('2026-03-29', 'Pacific/Kiritimati')).toBe('2026-03-29')
})

it.each(['2024-02-29', '2026-12-31', '0001-01-01'])('%s is a day', async (day) => {
  expect(await dayOnTheWire(day)).toBe(day)
})

describe('what is not a day is refused before anything is sent', () => {
  const bad: [what: string, day: unknown][] = [
    ['a day that does not exist', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['a month that does not exist', '2026-13-01'],
    ['one digit', '2026-3-1'],
    ['an empty string', ''],
    ['the order of another country', '29-03-2026'],
    ['a time of day', '2026-03-29T00:00:00Z'],
    ['a line break', '2026-03-29\n'],
    ['digits of another script', '２０２６-03-29'],
    ['an invalid Date', new Date('not a date')],
    ['a Date beyond four digits', new Date('+010000-01-01T12:00:00Z')],
    ['a number', 1_774_738_800_000],
    ['null', null],
  ]

  it.each(bad)('%s', async (_what, day) => {
    const server = await startReport([])
    const { reporting } = clientFor(server.url)
    for (const name of ['startDate', 'endDate'] as const) {
      const report = reporting.orders({ [name]: day } as ReportPeriod)
      const problem = "must be a day such as '2026-03-29', or a valid Date."
      expect(await failureOf(report.page(0))).toMatchObject({
        name: 'ScalapayRequestError',
        message: `reportOrders: ${name} ${problem}`,
        operation: 'reportOrders',
        outcome: 'not-sent',
        validationErrors: [{ path: [name], messages: [problem] }],
      })
    }
    expect(server.seen).toEqual([])
  })

  it.each(['Europe/Roma', '', 'CET+1', null])('the zone %j', async (zone) => {
    const server = await startReport([])
    const timeZone = zone as string
    const period = { startDate: '2026-03-28', endDate: '2026-03-29', timeZone }
    const { reporting } = clientFor(server.url)
    for (const report of [reporting.payouts(period), reporting.disputes(period)]) {
      const error = await failureOf(report.page(0))
      expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
      expect(error.message).toMatch(/timeZone is not a zone that this runtime knows/)
    }
    expect(server.seen).toEqual([])
  })
})
