// @ts-check
/** @import { Contender } from '../support/contender.mjs' */
import { startServer, startWorker } from '../support/processes.mjs'
import { median, spread } from '../support/statistics.mjs'

const WARM_UP_MS = 1_500
/** Short, so that a turn of all is over before the machine has found something else to do. */
const SLICE_MS = 40
const TURNS_A_ROUND = 3

/**
 * CPU time a call, as a ratio to the first contender's. Each has a process of its own and they take turns in short slices,
 * so that whatever else the machine does falls on all alike; a ratio is taken within one round of three turns.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ rounds: number, inFlight: number, certificate: { key: string, cert: string } | undefined }} setup
 */
export async function measureCpu(contenders, { rounds, inFlight, certificate }) {
  const server = await startServer(certificate)
  const workers = await Promise.all(
    contenders.map(({ name }) => startWorker('cpu', [name, server.url])),
  )
  for (const worker of workers) await worker.ask({ milliseconds: WARM_UP_MS, inFlight })
  /** @type {number[][]} */
  const microseconds = contenders.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    const sums = contenders.map(() => ({ microseconds: 0, calls: 0 }))
    for (let turn = 0; turn < TURNS_A_ROUND; turn += 1) {
      for (const [index, worker] of workers.entries()) {
        const slice = await worker.ask({ milliseconds: SLICE_MS, inFlight })
        const sum = sums[index] ?? slice
        sum.microseconds += slice.microseconds
        sum.calls += slice.calls
      }
    }
    for (const [index, sum] of sums.entries())
      microseconds[index]?.push(sum.microseconds / sum.calls)
  }
  for (const { stop } of [...workers, server]) stop()
  return contenders.map(({ name }, index) => {
    const own = microseconds[index] ?? []
    const ratios = own.map((value, round) => value / (microseconds[0]?.[round] ?? Number.NaN))
    return { name, microseconds: median(own), rounds: own, ratio: spread(ratios) }
  })
}
