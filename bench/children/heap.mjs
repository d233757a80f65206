// @ts-check
/** The heap that is in use after each tenth of many calls, in bytes; run with --expose-gc. */
import { anOrder } from '../support/order.mjs'

const [name = '', url = '', calls = '100000'] = process.argv.slice(2)
const { connect } = await import(`../contenders/${name}.mjs`)
const call = await connect({ url, apiKey: 'qhtfs87hjnc12kkos' })
const part = Number(calls) / 10
const heap = []
for (let done = 0; done < Number(calls); ) {
  const batch = Array.from({ length: 50 }, (_, index) => call(anOrder(done + index)))
  await Promise.all(batch)
  done += batch.length
  if (done % part !== 0) continue
  globalThis.gc?.()
  heap.push(process.memoryUsage().heapUsed)
}
process.stdout.write(JSON.stringify(heap))
process.exit()
