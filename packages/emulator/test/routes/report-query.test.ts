import { expect, it } from 'vitest'
import type { EmulatorOptions } from '../../src/index.js'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { DAY, report } from '../support/reports.js'

const reports = ['orders', 'refunds', 'payouts']

it('covers today unless it is told other days', async () => {
  const emulator = await runEmulator()
  await emulator.captured()
  await emulator.control.clock.advance(DAY)
  await emulator.captured()
  const totalOf = async (query: string) => (await report(emulator, `/orders${query}`)).total
  // What was captured yesterday is transferred today; what is captured today has no transaction yet.
  expect(await totalOf('')).toBe(2)
  expect(await totalOf('?startDate=2026-01-01')).toBe(2)
  expect(await totalOf('?startDate=2026-01-01&endDate=2026-01-01')).toBe(0)
  expect(await totalOf('?startDate=2026-01-03&endDate=2026-01-31')).toBe(0)
})

/** An order captured and refunded in part, and one that is voided, on the first of January. */
async function firstOfJanuary(options: EmulatorOptions): Promise<TestEmulator> {
  const emulator = await runEmulator(options)
  const token = await emulator.captured({ merchantReference: 'captured' })
  await emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur('1.00') })
  const voided = await emulator.approved({ merchantReference: 'voided' })
  await emulator.post(`/v2/payments/${voided}/void`)
  return emulator
}

/** Whose rows the reports of orders and of refunds have on a day of January. */
async function rowsOn(emulator: TestEmulator, day: number) {
  const period = `startDate=2026-01-0${day}&endDate=2026-01-0${day}`
  const referencesOf = async (name: string) =>
    (await report(emulator, `/${name}?${period}`)).items.map((row) => row.merchantReference)
  return [await referencesOf('orders'), await referencesOf('refunds')]
}

it('finds what is not settled yet by the day of its movement', async () => {
  const emulator = await firstOfJanuary({})
  expect(await rowsOn(emulator, 1)).toEqual([['captured', 'voided'], ['captured']])
  expect(await rowsOn(emulator, 2)).toEqual([[], []])
})

it.each([
  ['transaction', [['voided'], []], [['captured'], ['captured']]],
  ['movement', [['captured', 'voided'], ['captured']], [[], []]],
] as const)('finds what is settled by the day of its %s, and a void by its own', async (...row) => {
  const [reportDates, first, second] = row
  const emulator = await firstOfJanuary({ reportDates })
  await emulator.control.clock.advance(3 * DAY)
  expect(await rowsOn(emulator, 1)).toEqual(first)
  expect(await rowsOn(emulator, 2)).toEqual(second)
})

it.each(reports)('refuses the report of %s when it starts after its end', async (name) => {
  const emulator = await runEmulator()
  const queries = [
    'startDate=2026-01-02&endDate=2026-01-01',
    'startDate=2026-01-02',
    'endDate=2025-12-31',
  ]
  for (const query of queries) {
    const answer = await emulator.get(`/v1/reporting/${name}?${query}`)
    expect([answer.status, answer.json()]).toEqual([
      400,
      {
        errorCode: 'pre_condition_failed',
        errorId: expect.stringMatching(/^error-[0-9a-z]{16}$/),
        message: 'startDate cannot be greater than endDate',
        httpStatusCode: 400,
      },
    ])
  }
})

it.each([
  ['startDate=01-01-2026', 'startDate', 'string.isoDate'],
  ['startDate=2026-02-30', 'startDate', 'string.isoDate'],
  ['endDate=', 'endDate', 'any.empty'],
  ['page=-1', 'page', 'number.min'],
  ['page=1.5', 'page', 'number.base'],
  ['page=x', 'page', 'number.base'],
  ['page=1e0', 'page', 'number.base'],
  ['size=0x10', 'size', 'number.base'],
  ['size=-1', 'size', 'number.min'],
  ['size=5001', 'size', 'number.max'],
  ['page=1&page=2', 'page', 'string.base'],
])('refuses the query %s', async (query, field, type) => {
  const emulator = await runEmulator()
  for (const name of reports) {
    const answer = await emulator.get(`/v1/reporting/${name}?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      errorCode: 'api_validationerror',
      message: { errors: [{ field: [field], location: 'query', types: [type] }] },
    })
  }
})

async function fiveOrders(options: EmulatorOptions = {}): Promise<TestEmulator> {
  const emulator = await runEmulator(options)
  for (let count = 0; count < 5; count += 1) {
    await emulator.captured({ merchantReference: `order-${count}` })
  }
  return emulator
}

it.each([
  [0, 2, [0, 1], true],
  [1, 2, [2, 3], true],
  [2, 2, [4], false],
  [3, 2, [], false],
  [0, 5, [0, 1, 2, 3, 4], false],
  [0, 5_000, [0, 1, 2, 3, 4], false],
])('gives page %i of size %i', async (page, size, rows, hasMore) => {
  const emulator = await fiveOrders()
  const answer = await report(emulator, `/orders?page=${page}&size=${size}`)
  const items = answer.items.map(({ merchantReference }) => merchantReference)
  expect({ ...answer, items }).toEqual({
    items: rows.map((count) => `order-${count}`),
    total: 5,
    page,
    size,
    hasMore,
  })
})

it('gives smaller pages than were asked for, and says so, when switched', async () => {
  const emulator = await fiveOrders({ largestReportPage: 2 })
  const pageOf = async (query: string) => {
    const { items, page, size, hasMore } = await report(emulator, `/orders${query}`)
    return { rows: items.map(({ merchantReference }) => merchantReference), page, size, hasMore }
  }
  expect(await pageOf('?size=3')).toEqual({
    rows: ['order-0', 'order-1'],
    page: 0,
    size: 2,
    hasMore: true,
  })
  expect(await pageOf('?size=3&page=2')).toEqual({
    rows: ['order-4'],
    page: 2,
    size: 2,
    hasMore: false,
  })
  expect(await pageOf('?size=1')).toMatchObject({ size: 1, rows: ['order-0'] })
  expect((await pageOf('')).size).toBe(2)
})

it('counts only, and promises no more, with a size of zero', async () => {
  const emulator = await fiveOrders()
  expect(await report(emulator, '/orders?size=0')).toEqual({
    items: [],
    total: 5,
    page: 0,
    size: 0,
    hasMore: false,
  })
})

it('counts days and writes times in the zone of the reports', async () => {
  const lateEvening = Date.parse('2026-03-28T23:30:00.000Z')
  const rowsOf = async (reportingTimeZone: string, day: string) => {
    const emulator = await runEmulator({ startAt: lateEvening, reportingTimeZone })
    await emulator.captured()
    const { items } = await report(emulator, `/orders?startDate=${day}&endDate=${day}`)
    return items.map(({ orderCreatedDate }) => orderCreatedDate)
  }
  expect(await rowsOf('Europe/Rome', '2026-03-29')).toEqual(['2026-03-29T00:30:00.000'])
  expect(await rowsOf('Europe/Rome', '2026-03-28')).toEqual([])
  expect(await rowsOf('UTC', '2026-03-28')).toEqual(['2026-03-28T23:30:00.000'])
})

it('pays out at midnight also on the day of 23 hours', async () => {
  const startAt = Date.parse('2026-03-28T23:30:00.000Z')
  const emulator = await runEmulator({ startAt })
  await emulator.captured()
  const midnight = Date.parse('2026-03-29T22:00:00.000Z')
  await emulator.control.clock.advance(midnight - startAt - 1)
  expect((await report(emulator, '/payouts?endDate=2026-12-31')).total).toBe(0)
  await emulator.control.clock.advance(1)
  expect((await report(emulator, '/payouts')).items).toMatchObject([
    { transactionDate: '2026-03-30T00:00:00.000' },
  ])
})
