import { createRecentKeys, type RecentKeys } from './recent-keys.js'
import { unusableAnswer } from './unusable-answer.js'

/** One page of a report. */
export interface ReportPage<Row> {
  /** The rows of this page. */
  items: Row[]
  /** Total rows in the report when this page was read. */
  total: number
  /** From 0. */
  page: number
  /** Rows per page; may differ from the size that was asked for. */
  size: number
  /** Whether there is another page. */
  hasMore: boolean
}

/**
 * The rows of a report. Iterate it with `for await`: the next page is fetched when you are half through one, and no more once
 * you stop. Each iteration reads anew, from the first page.
 *
 * Rows may join or leave the report while it is read, and move the others to another page. A row that moved is neither given
 * twice nor left out, as far as rows can be told apart and the page's `total` shows that some left. Only days that are
 * over stand still: reconcile on those.
 */
export interface Report<Row> extends AsyncIterable<Row> {
  /**
   * One page, as Scalapay has it now. `responseOf` tells its answer.
   *
   * @param page from 0
   * @throws ScalapayError of the class that fits; an iteration ends with the same error, after the rows before that page
   */
  page: (page: number) => Promise<ReportPage<Row>>
}

/** How a report is read. */
export interface ReportSource<Row> {
  /** The `operationId`, for errors. */
  operation: string
  fetchPage: (page: number) => Promise<ReportPage<Row>>
  /** What tells a row from every other; `undefined` when nothing in it does. */
  keyOf: (row: Row) => string | undefined
}

/** More than the rows that can move between two pages, and little enough to hold: some megabytes. */
const KEYS_REMEMBERED = 20_000

/** Makes a report from its pages. Holds two pages and a bounded number of keys, however long the report. */
export function createReport<Row>(source: ReportSource<Row>): Report<Row> {
  return {
    page: (number) => readPage(source, number),
    [Symbol.asyncIterator]: () => rowsOf(source),
  }
}

async function* rowsOf<Row>(source: ReportSource<Row>): AsyncGenerator<Row, void> {
  const seen = createRecentKeys(KEYS_REMEMBERED)
  let totalBefore = 0
  let ahead: Promise<ReportPage<Row>> | undefined
  for (let number = 0; ; number += 1) {
    const page = await (ahead ?? readPage(source, number))
    ahead = undefined
    yield* rowsThatMovedUp(source, number, totalBefore - page.total, seen)
    // Rows that joined in front have pushed others from the page before to this one.
    const rows = takeUnseen(page.items, source, seen, 'keep')
    for (const [index, row] of rows.entries()) {
      if (page.hasMore && index === rows.length >> 1) ahead = readAhead(source, number + 1)
      yield row
    }
    if (!page.hasMore) return
    totalBefore = page.total
  }
}

/** Reads a page that is not asked for yet; when it fails, whoever asks for it learns why. */
function readAhead<Row>(source: ReportSource<Row>, number: number): Promise<ReportPage<Row>> {
  const page = readPage(source, number)
  page.catch(() => undefined)
  return page
}

/**
 * When rows have left the report, the ones behind them moved up: some that were to come now stand on pages that were read
 * already. Those pages are read again, back to where nothing is new.
 */
async function* rowsThatMovedUp<Row>(
  source: ReportSource<Row>,
  number: number,
  atMost: number,
  seen: RecentKeys,
): AsyncGenerator<Row, void> {
  let missing = atMost
  for (let back = number - 1; back >= 0 && missing > 0; back -= 1) {
    const { items } = await readPage(source, back)
    const rows = takeUnseen(items, source, seen, 'skip')
    // A page behind the new end is empty, which says nothing about the ones before it.
    if (rows.length === 0 && items.length > 0) return
    yield* rows
    missing -= rows.length
  }
}

/** The rows that were on no page before; two rows of one page are two rows, even when their keys are the same. */
function takeUnseen<Row>(
  rows: readonly Row[],
  { keyOf }: ReportSource<Row>,
  seen: RecentKeys,
  keyless: 'keep' | 'skip',
): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  const unseen = keyed.filter(({ key }) =>
    key === undefined ? keyless === 'keep' : !seen.has(key),
  )
  for (const { key } of keyed) if (key !== undefined) seen.add(key)
  return unseen.map(({ row }) => row)
}

/** @throws ScalapayServerError for a page after which nobody could tell whether the report is complete */
async function readPage<Row>(source: ReportSource<Row>, number: number): Promise<ReportPage<Row>> {
  const page = await source.fetchPage(number)
  const problem = findProblem(page) ?? findWrongNumber(page, number)
  if (problem === undefined) return page
  throw unusableAnswer(source.operation, page, `page ${number} ${problem}`, {
    retryable: true,
    hint: 'The rows so far are not the whole report. Read it again.',
  })
}

/** A proxy that ignores the number would be asked for ever. */
function findWrongNumber(
  { page }: Partial<ReportPage<unknown>>,
  asked: number,
): string | undefined {
  return page === undefined || page === asked ? undefined : `was answered with page ${page}`
}

function findProblem({ items, hasMore }: Partial<ReportPage<unknown>>): string | undefined {
  if (!Array.isArray(items)) return 'came without items'
  if (!items.every((row) => typeof row === 'object' && row !== null))
    return 'has a row that is not an object'
  if (typeof hasMore !== 'boolean') return 'does not say whether more follow'
  return hasMore && items.length === 0 ? 'has no rows, yet says that more follow' : undefined
}
