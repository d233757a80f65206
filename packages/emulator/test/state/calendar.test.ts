import { expect, it } from 'vitest'
import { dayAfter, dayOf, isTimeZone, zonelessTime } from '../../src/state/calendar.js'

it.each([
  ['2026-01-01T09:00:00.999Z', 'Europe/Rome', '2026-01-01T10:00:00.000'],
  ['2026-07-01T22:30:15.000Z', 'Europe/Rome', '2026-07-02T00:30:15.000'],
  ['2026-03-29T00:59:59.000Z', 'Europe/Rome', '2026-03-29T01:59:59.000'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Rome', '2026-03-29T03:00:00.000'],
  ['2026-10-25T01:00:00.000Z', 'Europe/Rome', '2026-10-25T02:00:00.000'],
  ['2026-01-01T00:00:00.000Z', 'UTC', '2026-01-01T00:00:00.000'],
  ['2026-01-01T03:00:00.000Z', 'America/New_York', '2025-12-31T22:00:00.000'],
])('writes %s in %s as %s', (time, zone, written) => {
  expect(zonelessTime(Date.parse(time), zone)).toBe(written)
  expect(dayOf(Date.parse(time), zone)).toBe(written.slice(0, 10))
})

it.each([
  ['2026-01-31', '2026-02-01'],
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-03-29', '2026-03-30'],
  ['2026-10-25', '2026-10-26'],
])('goes from %s to %s', (day, next) => {
  expect(dayAfter(day)).toBe(next)
})

it.each([
  ['Europe/Rome', true],
  ['UTC', true],
  ['Rome', false],
  ['', false],
])('knows whether %j is a zone', (zone, known) => {
  expect(isTimeZone(zone)).toBe(known)
})
