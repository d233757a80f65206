// @ts-check
/** @import { Contender } from '../support/contender.mjs' */
import { runChild, startServer } from '../support/processes.mjs'

/**
 * TLS connections for a thousand calls, one after the other and 64 at a time.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ key: string, cert: string }} certificate
 */
export async function measureConnections(contenders, certificate) {
  const server = await startServer(certificate)
  const counts = contenders.map(({ name }) => ({
    name,
    one: Number(runChild('connections', [name, server.url, '1'])),
    many: Number(runChild('connections', [name, server.url, '64'])),
  }))
  server.stop()
  return counts
}
