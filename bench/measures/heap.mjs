// @ts-check
import { runChild, startServer } from '../support/processes.mjs'

/**
 * How much the heap of our client grows from the tenth to the last of many calls, in bytes a call.
 *
 * @param {number} calls
 */
export async function measureHeap(calls) {
  const server = await startServer(undefined)
  const heap = runChild('heap', ['scalapay-kit', server.url, String(calls)], ['--expose-gc'])
  server.stop()
  const [first = 0, last = 0] = [heap[0], heap.at(-1)]
  return { first, last, bytesPerCall: (last - first) / (calls * 0.9) }
}
