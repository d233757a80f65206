// @ts-check
/** @import { Contender } from '../support/contender.mjs' */
import { runChild, startServer } from '../support/processes.mjs'
import { median } from '../support/statistics.mjs'

/**
 * What a start costs: the import, in milliseconds of CPU over a bare process and as a part of the first contender's; and a
 * process that ends after its first call over TLS, as a ratio to a bare one.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ rounds: number, certificate: { key: string, cert: string } }} setup
 */
export async function measureStart(contenders, { rounds, certificate }) {
  const server = await startServer(certificate)
  const imports = contenders.map(() => /** @type {number[]} */ ([]))
  const importsToFirst = contenders.map(() => /** @type {number[]} */ ([]))
  const calls = contenders.map(() => /** @type {number[]} */ ([]))
  for (let round = 0; round < rounds; round += 1) {
    let first = Number.NaN
    for (const [index, { name, module }] of contenders.entries()) {
      // Beside each, so that both have the machine in the same mood.
      const bare = runChild('start', ['bare'])
      const imported = module === undefined ? Number.NaN : runChild('start', ['import', module])
      if (index === 0) first = imported - bare
      imports[index]?.push(imported - bare)
      importsToFirst[index]?.push((imported - bare) / first)
      calls[index]?.push(runChild('start', ['call', name, server.url]) / bare)
    }
  }
  server.stop()
  return contenders.map(({ name }, index) => ({
    name,
    importMs: median(imports[index] ?? []),
    importToFirst: median(importsToFirst[index] ?? []),
    firstCall: median(calls[index] ?? []),
  }))
}
