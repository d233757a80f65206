import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import tls, { type SecureVersion, type TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createCertificate } from '../support/certificates.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'

const identity = await createCertificate({ hosts: ['localhost', '127.0.0.1'] })

/** A TLS server that closes each connection after its answer, and resets the one whose number it is told. */
async function startForgetful(version: SecureVersion, resetsNumber = 0) {
  const handshakes: { isReused: boolean; servername: unknown }[] = []
  let connections = 0
  const options = { ...identity, minVersion: version, maxVersion: version }
  const server = createServer(options, (_request, response) => {
    response.writeHead(200, { connection: 'close' }).end('{"token":"T1","status":"charged"}')
  })
  server.on('connection', (socket: Socket) => {
    connections += 1
    if (connections === resetsNumber) socket.resetAndDestroy()
  })
  server.on('secureConnection', (socket: TLSSocket & { servername: unknown }) => {
    handshakes.push({ isReused: socket.isSessionReused(), servername: socket.servername })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    handshakes,
    clientBy: (host: string) =>
      clientFor(`https://${host}:${port}`, { tls: { ca: identity.cert }, retry: false }),
  }
}

describe.each<SecureVersion>(['TLSv1.2', 'TLSv1.3'])('over %s', (version) => {
  it('a second connection takes up the session of the first, which saves most of a handshake', async () => {
    const { clientBy, handshakes } = await startForgetful(version)
    const client = clientBy('localhost')
    await client.orders.get('T1')
    await client.orders.get('T1')
    expect(handshakes.map(({ isReused }) => isReused)).toEqual([false, true])
  })

  it('a session with which no connection came about is not taken up again', async () => {
    const { clientBy, handshakes } = await startForgetful(version, 2)
    const client = clientBy('localhost')
    await client.orders.get('T1')
    await failureOf(client.orders.get('T1'))
    await client.orders.get('T1')
    expect(handshakes.map(({ isReused }) => isReused)).toEqual([false, false])
  })
})

it('the authorities are read once for all connections, since that takes tens of milliseconds', async () => {
  const { clientBy } = await startForgetful('TLSv1.3')
  const client = clientBy('localhost')
  const reads = vi.spyOn(tls, 'createSecureContext')
  onTestFinished(() => reads.mockRestore())
  await client.orders.get('T1')
  await client.orders.get('T1')
  const ofClient = reads.mock.calls.filter(([options]) => options?.minVersion === 'TLSv1.2')
  expect(ofClient).toHaveLength(1)
})

it.each([
  ['a name', 'localhost', 'localhost'],
  ['an address, which is no name', '127.0.0.1', false],
])('the server is asked for its certificate by %s', async (_what, host, servername) => {
  const { clientBy, handshakes } = await startForgetful('TLSv1.3')
  await clientBy(host).orders.get('T1')
  expect(handshakes).toMatchObject([{ servername }])
})
