// @ts-check
/** @import { Contender } from '../support/contender.mjs' */
import { runChild, startServer } from '../support/processes.mjs'
import { median } from '../support/statistics.mjs'

/**
 * What a start costs: the import, in milliseconds of CPU over a bare process; and a process that ends after its first call
 * over TLS, as a ratio to a bare one.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ rounds: number, certificate: { key: string, cert: string } }} setup
 */
export async function measureStart(contenders, { rounds, certificate }) {
  const server = await startServer(certificate)
  /** @type {number[]} */
  const bare = []
  const imports = contenders.map(() => /** @type {number[]} */ ([]))
  const calls = contenders.map(() => /** @type {number[]} */ ([]))
  for (let round = 0; round < rounds; round += 1) {
    bare.push(runChild('start', ['bare']))
    for (const [index, { name, module }] of contenders.entries()) {
      imports[index]?.push(
        module === undefined ? Number.NaN : runChild('start', ['import', module]),
      )
      calls[index]?.push(runChild('start', ['call', name, server.url]))
    }
  }
  server.stop()
  return contenders.map(({ name }, index) => ({
    name,
    importMs: median((imports[index] ?? []).map((value, round) => value - (bare[round] ?? 0))),
    firstCall: median((calls[index] ?? []).map((value, round) => value / (bare[round] ?? 1))),
  }))
}
