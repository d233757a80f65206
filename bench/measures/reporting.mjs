// @ts-check
import { runChild, startServer } from '../support/processes.mjs'

/**
 * A report read from its first row to its last: CPU time a row, and the heap in use on the way.
 *
 * @param {number} rows
 */
export async function measureReporting(rows) {
  const server = await startServer(undefined, 'report-server', [String(rows)])
  const read = runChild('reporting', [server.url, String(rows)], ['--expose-gc'])
  server.stop()
  if (read.rows !== rows) throw new Error(`Of ${rows} rows, ${read.rows} came.`)
  return {
    microseconds: read.microsecondsPerRow,
    least: Math.min(...read.heap),
    most: Math.max(...read.heap),
  }
}
