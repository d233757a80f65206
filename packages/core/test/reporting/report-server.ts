import { json, type ScriptedServer, startScript } from '../support/scripted-server.js'

/** A server with one report, whose rows may change between two pages. */
export interface ReportServer extends ScriptedServer {
  /** The pages that were asked for, in order. */
  pages: () => number[]
}

/**
 * Starts a server that cuts rows into pages as Scalapay does.
 *
 * @param beforeRequest changes the rows before the nth request (from 1) is answered
 */
export async function startReport(
  rows: object[],
  beforeRequest: (nth: number, rows: object[]) => void = () => undefined,
): Promise<ReportServer> {
  let nth = 0
  const server = await startScript((request, response) => {
    nth += 1
    beforeRequest(nth, rows)
    const { page, size } = pageAndSize(request.url)
    const end = (page + 1) * size
    const items = rows.slice(page * size, end)
    const envelope = { items, total: rows.length, page, size, hasMore: end < rows.length }
    json(200, envelope)(request, response)
  })
  return { ...server, pages: () => server.seen.map(({ url }) => pageAndSize(url).page) }
}

/** What a request for a page asks for. */
export function pageAndSize(url: string): { page: number; size: number } {
  const { searchParams } = new URL(url, 'http://127.0.0.1')
  return { page: Number(searchParams.get('page')), size: Number(searchParams.get('size')) }
}

/** Payouts by these names; their token is their key. */
export function payouts(...names: string[]): { merchantPayoutToken: string }[] {
  return names.map((merchantPayoutToken) => ({ merchantPayoutToken }))
}

/** Every row of an iteration. */
export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return all
}
