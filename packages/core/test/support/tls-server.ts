import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureVersion, TLSSocket } from 'node:tls'
import { onTestFinished } from 'vitest'
import type { Identity } from './certificates.js'

/** The versions that a server speaks; by default what Node speaks. */
export interface TlsVersions {
  minVersion?: SecureVersion
  maxVersion?: SecureVersion
}

/** A TLS server on loopback, and what it saw. */
export interface TlsServer {
  url: string
  /** The TLS version of each request. */
  versions: string[]
  /** TCP connections, those included whose handshake failed. */
  connections: () => number
}

/** A real TLS server on loopback that answers every request with an order. */
export async function startTlsServer(
  identity: Identity,
  versions: TlsVersions = {},
): Promise<TlsServer> {
  const seen: string[] = []
  let connections = 0
  // OpenSSL speaks the old versions only when its security level is lowered.
  const options = { ...identity, ...versions, ciphers: 'DEFAULT@SECLEVEL=0' }
  const server = createServer(options, (request, response) => {
    seen.push((request.socket as TLSSocket).getProtocol() ?? 'none')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"token":"T1","status":"charged"}')
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `https://localhost:${port}`, versions: seen, connections: () => connections }
}
