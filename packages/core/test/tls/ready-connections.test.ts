import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { eur } from '../../src/index.js'
import { createAuthority, createCertificate } from '../support/certificates.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'

const authority = await createAuthority('A private authority')
const good = await createCertificate({ hosts: ['localhost'], signedBy: authority })

/** A TLS server that does the work of a charge and is gone before it answers. */
async function startBrokenTill(): Promise<{ url: string; charged: () => number }> {
  let charged = 0
  const server = createServer(good, (request, response) => {
    if (request.method === 'GET') return void response.end('{"status":"charged"}')
    charged += 1
    request.socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `https://localhost:${port}`, charged: () => charged }
}

/** Hands a connection over when its handshake is done, as agents do that check it first. */
class PatientAgent extends Agent {
  override createConnection(...[options, done]: Parameters<Agent['createConnection']>) {
    const socket = super.createConnection(options) as TLSSocket
    socket.once('secureConnect', () => done?.(null, socket))
    return undefined
  }
}

function kept<Kind extends Agent>(agent: Kind): Kind {
  onTestFinished(() => agent.destroy())
  return agent
}

/** Charges once, over an agent of the caller. */
function charge(url: string, agent: Agent) {
  const { inStore } = clientFor(url, { agent, deviceApiKey: 'a-device-key-0123' })
  const order = {
    totalAmount: eur('25.00'),
    preApprovalCode: '85633887',
    requestId: 'request-1',
    merchantOperatorId: 'till-3',
    merchantReference: 'order-1',
    items: [],
  }
  return failureOf(inStore.create(order))
}

/** Opens a connection as the CommonJS copy of this package would, in a process that has loaded both. */
async function readBySecondCopy(url: string, agent: Agent): Promise<void> {
  vi.resetModules()
  const { Scalapay } = await import('../../src/index.js')
  const options = { apiKey: 'a-merchant-key-0123', environment: 'sandbox', baseUrl: url } as const
  await new Scalapay({ ...options, agent }).orders.get('T1')
}

describe('a charge that is lost on a connection that was ready before it was handed over', () => {
  it('is not taken for one that was never sent, nor repeated: by an agent that waits', async () => {
    const till = await startBrokenTill()
    const error = await charge(till.url, kept(new PatientAgent({ ca: authority.cert })))
    expect([error.outcome, error.attempts, till.charged()]).toEqual(['unknown', 1, 1])
  })

  it('is not taken for one that was never sent, nor repeated: left by a second copy of this package', async () => {
    const till = await startBrokenTill()
    const agent = kept(new Agent({ keepAlive: true, ca: authority.cert }))
    await readBySecondCopy(till.url, agent)
    const error = await charge(till.url, agent)
    expect([error.outcome, error.attempts, till.charged()]).toEqual(['unknown', 1, 1])
  })
})
