import { describe, expect, it } from 'vitest'
import { responseOf } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, hang, json, startScript } from '../support/scripted-server.js'
import { collect, payouts, startReport } from './report-server.js'

const SEVEN = payouts('A', 'B', 'C', 'D', 'E', 'F', 'G')
const page = (number: number, hasMore: boolean, ...names: string[]) =>
  json(200, { items: payouts(...names), total: 9, page: number, size: 2, hasMore })

describe('an iteration', () => {
  it('gives every row of every page, in order', async () => {
    const server = await startReport(SEVEN)
    const report = clientFor(server.url).reporting.payouts({ size: 3 })
    expect(await collect(report)).toEqual(SEVEN)
    expect(server.pages()).toEqual([0, 1, 2])
  })

  it('makes no request before the first row is asked for', async () => {
    const server = await startReport(SEVEN)
    clientFor(server.url).reporting.payouts()
    expect(server.seen).toEqual([])
  })

  it('ends after one page when there is no other', async () => {
    const server = await startReport(SEVEN)
    expect(await collect(clientFor(server.url).reporting.payouts({ size: 7 }))).toEqual(SEVEN)
    expect(server.pages()).toEqual([0])
  })

  it('ends at once when the report is empty', async () => {
    const server = await startReport([])
    expect(await collect(clientFor(server.url).reporting.payouts())).toEqual([])
    expect(server.pages()).toEqual([0])
  })

  it('goes by hasMore, also when pages are smaller than was asked', async () => {
    const server = await startScript(page(0, true, 'A', 'B'), page(1, true, 'C'), page(2, false))
    const rows = await collect(clientFor(server.url).reporting.payouts({ size: 5000 }))
    expect(rows).toEqual(payouts('A', 'B', 'C'))
    expect(server.seen).toHaveLength(3)
  })

  it.each([
    [1, [0]],
    [3, [0]],
    [4, [0, 1]],
  ])('makes no further request when the consumer stops after %i rows', async (count, pages) => {
    const server = await startReport(SEVEN)
    const rows: unknown[] = []
    for await (const row of clientFor(server.url).reporting.payouts({ size: 3 })) {
      rows.push(row)
      if (rows.length === count) break
    }
    expect(rows).toEqual(SEVEN.slice(0, count))
    expect(server.pages()).toEqual(pages)
  })

  it('fetches the next page half-way through one, and not before', async () => {
    const server = await startReport(SEVEN)
    const rows = clientFor(server.url).reporting.payouts({ size: 4 })[Symbol.asyncIterator]()
    await rows.next()
    await rows.next()
    expect(server.pages()).toEqual([0])
    await rows.next()
    await server.received(2)
    expect(server.pages()).toEqual([0, 1])
    expect((await rows.next()).value).toEqual({ merchantPayoutToken: 'D' })
  })

  it('is not disturbed by a page that fails after it has ended', async () => {
    const server = await startScript(page(0, true, 'A', 'B'), drop, drop, drop)
    const report = clientFor(server.url).reporting.payouts({}, { maxAttempts: 1 })
    for await (const row of report) if (row.merchantPayoutToken === 'B') break
    await server.received(2)
    expect(server.seen).toHaveLength(2)
  })

  it('is independent of another one of the same report, at the same time', async () => {
    const server = await startReport(SEVEN)
    const report = clientFor(server.url).reporting.payouts({ size: 2 })
    const all = await Promise.all([collect(report), collect(report)])
    expect(all).toEqual([SEVEN, SEVEN])
    expect(server.pages().sort()).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
  })
})

describe('a single page', () => {
  it('comes as Scalapay cut it, with its answer', async () => {
    const server = await startReport(SEVEN)
    const second = await clientFor(server.url).reporting.payouts({ size: 3 }).page(1)
    const items = payouts('D', 'E', 'F')
    expect(second).toEqual({ items, total: 7, page: 1, size: 3, hasMore: true })
    expect(responseOf(second)).toMatchObject({ status: 200, attempts: 1 })
    expect(server.pages()).toEqual([1])
  })

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null])(
    '%s is refused as its number, and not sent',
    async (number) => {
      const server = await startReport(SEVEN)
      const report = clientFor(server.url).reporting.payouts()
      const error = await failureOf(report.page(number as number))
      expect(error).toMatchObject({
        name: 'ScalapayRequestError',
        message: 'reportPayouts: page must be a whole number, 0 or greater.',
        outcome: 'not-sent',
      })
      expect(server.seen).toEqual([])
    },
  )
})

describe('a failure', () => {
  it('is repeated as that of any read, and no row is lost', async () => {
    const server = await startScript(
      page(0, true, 'A', 'B'),
      json(503, {}),
      drop,
      page(1, false, 'C'),
    )
    const rows = await collect(clientFor(server.url).reporting.payouts())
    expect(rows).toEqual(payouts('A', 'B', 'C'))
    expect(server.seen).toHaveLength(4)
  })

  it('that lasts ends the iteration at the page where it is, after the rows before', async () => {
    const server = await startScript(page(0, true, 'A', 'B'), json(500, {}))
    const rows: unknown[] = []
    const report = clientFor(server.url).reporting.payouts({}, { maxAttempts: 2 })
    const reading = async () => {
      for await (const row of report) rows.push(row)
    }
    expect(await failureOf(reading())).toMatchObject({
      name: 'ScalapayServerError',
      operation: 'reportPayouts',
      attempts: 2,
    })
    expect(rows).toEqual(payouts('A', 'B'))
    expect(server.seen).toHaveLength(3)
  })

  it.each([
    [{ total: 9, page: 1, size: 2, hasMore: false }, 'came without items'],
    [{ items: 'none', hasMore: false }, 'came without items'],
    [{ items: [{}], total: 9, page: 0, size: 2, hasMore: true }, 'was answered with page 0'],
    [payouts('C'), 'came without items'],
    [{ items: payouts('C'), total: 9 }, 'does not say whether more follow'],
    [{ items: payouts('C'), hasMore: 'true' }, 'does not say whether more follow'],
    [{ items: [], total: 9, hasMore: true }, 'has no rows, yet says that more follow'],
    [
      { items: [...payouts('C'), null], total: 9, hasMore: false },
      'has a row that is not an object',
    ],
    [{ items: ['C'], total: 9, hasMore: false }, 'has a row that is not an object'],
  ])('says so when a report cannot be known to be complete: %j', async (answer, problem) => {
    const headers = { 'x-amzn-requestid': 'request-2' }
    const server = await startScript(page(0, true, 'A'), json(200, answer, headers))
    expect(await failureOf(collect(clientFor(server.url).reporting.payouts()))).toMatchObject({
      name: 'ScalapayServerError',
      message: `reportPayouts: page 1 ${problem}.`,
      httpStatusCode: 200,
      requestId: 'request-2',
      retryable: true,
      hint: 'The rows so far are not the whole report. Read it again.',
    })
    expect(server.seen).toHaveLength(2)
  })
})

describe("the caller's signal", () => {
  it('ends the iteration between pages, before the next request', async () => {
    const server = await startReport(SEVEN)
    const controller = new AbortController()
    const options = { signal: controller.signal }
    const rows: unknown[] = []
    const reading = async () => {
      for await (const row of clientFor(server.url).reporting.payouts({ size: 3 }, options)) {
        rows.push(row)
        controller.abort()
      }
    }
    const error = await failureOf(reading())
    expect(error).toMatchObject({ name: 'ScalapayAbortError', outcome: 'not-sent' })
    expect(rows).toEqual(SEVEN.slice(0, 3))
    expect(server.pages()).toEqual([0])
  })

  it('ends the iteration while a page is on its way', async () => {
    const server = await startScript(page(0, true, 'A', 'B'), hang)
    const controller = new AbortController()
    const report = clientFor(server.url).reporting.payouts({}, { signal: controller.signal })
    const failure = failureOf(collect(report))
    await server.received(2)
    controller.abort()
    expect(await failure).toMatchObject({ name: 'ScalapayAbortError', operation: 'reportPayouts' })
  })
})
