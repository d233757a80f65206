// @ts-check
/** Reads a whole report and notes the heap in use at each tenth; run with --expose-gc. */
import { Scalapay } from '@scalapay-kit/core'

const [url = '', total = '0'] = process.argv.slice(2)
const client = new Scalapay({ apiKey: 'qhtfs87hjnc12kkos', environment: 'sandbox', baseUrl: url })
const heap = []
const before = process.cpuUsage()
let rows = 0
for await (const row of client.reporting.payouts()) {
  rows += row.merchantPayoutToken === '' ? 0 : 1
  if (rows % (Number(total) / 10) !== 0) continue
  globalThis.gc?.()
  heap.push(process.memoryUsage().heapUsed)
}
const { user, system } = process.cpuUsage(before)
process.stdout.write(JSON.stringify({ rows, heap, microsecondsPerRow: (user + system) / rows }))
process.exit()
