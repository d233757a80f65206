import { createServer, Agent as HttpAgent, request } from 'node:http'
import { Agent } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import tls from 'node:tls'
import { expect, it, onTestFinished } from 'vitest'
import { Scalapay } from '../../src/index.js'
import { createTransport } from '../../src/transport/web.js'
import { createAuthority, createCertificate } from '../support/certificates.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { startTlsServer } from '../support/tls-server.js'

const authority = await createAuthority('A private authority')
const good = await createCertificate({ hosts: ['localhost'], signedBy: authority })

function agentOf(options: object = {}): Agent {
  const agent = new Agent({ keepAlive: true, ...options })
  onTestFinished(() => agent.destroy())
  return agent
}

/** A proxy that does nothing but `CONNECT`, and what it was asked to connect to. */
async function startProxy(): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  const server = createServer()
  server.on('connect', ({ url = '' }, client: Socket) => {
    asked.push(url)
    const upstream = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      client.pipe(upstream).pipe(client)
    })
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked }
}

/** The few lines of an agent for a proxy: it tunnels, then speaks TLS as it is told. */
class ProxyAgent extends Agent {
  constructor(
    readonly port: number,
    options: object,
  ) {
    super(options)
  }

  override createConnection(...[options, done]: Parameters<Agent['createConnection']>) {
    const { hostname = '', port = '' } = options as { hostname?: string; port?: string }
    const path = `${hostname}:${port}`
    const tunnel = request({ port: this.port, method: 'CONNECT', path })
    tunnel.on('connect', (_answer, socket) => {
      done?.(null, tls.connect({ ...(options as tls.ConnectionOptions), socket }))
    })
    tunnel.end()
    return undefined
  }
}

it('sends through an agent of the caller, and leaves it open', async () => {
  const server = await startTlsServer(good)
  const agent = agentOf({ ca: authority.cert })
  const client = clientFor(server.url, { agent })
  await client.orders.get('T1')
  await client.close()
  expect(Object.values(agent.freeSockets).flat()).toHaveLength(1)
})

it('reaches Scalapay through a proxy', async () => {
  const server = await startTlsServer(good)
  const proxy = await startProxy()
  const agent = new ProxyAgent(proxy.port, { ca: authority.cert })
  onTestFinished(() => agent.destroy())
  const order = await clientFor(server.url, { agent }).orders.get('T1')
  expect(order.token).toBe('T1')
  expect(proxy.asked).toEqual([server.url.replace('https://', '')])
})

it('keeps TLS 1.2 as the minimum for an agent that says nothing of it, also where Node would take less', async () => {
  const minVersion = tls.DEFAULT_MIN_VERSION
  tls.DEFAULT_MIN_VERSION = 'TLSv1'
  onTestFinished(() => {
    tls.DEFAULT_MIN_VERSION = minVersion
  })
  const server = await startTlsServer(good, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })
  const agent = agentOf({ ca: authority.cert, ciphers: 'DEFAULT@SECLEVEL=0' })
  const error = await failureOf(clientFor(server.url, { agent }).orders.get('T1'))
  expect(error.message).toContain('TLS 1.2 or later is required')
  expect(server.versions).toEqual([])
})

it.each([
  ['that verifies nothing', new Agent({ rejectUnauthorized: false }), /does not verify/],
  ['that speaks TLS 1.1', new Agent({ minVersion: 'TLSv1.1' }), /may speak TLS below 1\.2/],
  ['with a fixed old method', new Agent({ secureProtocol: 'TLSv1_method' }), /below 1\.2/],
  [
    'whose TLS context has minimums of its own',
    new Agent({ secureContext: tls.createSecureContext() }),
    /agent: may speak TLS below 1\.2\. Remove minVersion, secureProtocol and secureContext/,
  ],
  ['for plain HTTP', new HttpAgent() as Agent, /is for plain HTTP/],
  ['that is none', {} as Agent, /needs an https\.Agent/],
  ['that is null', null as unknown as Agent, /needs an https\.Agent/],
])('refuses an agent %s at construction', (_what, agent, message) => {
  const construct = () => new Scalapay({ apiKey: MARKER_KEY, environment: 'sandbox', agent })
  expect(construct).toThrow(message)
})

it.each([
  ['rejectUnauthorized', false, 'agent: does not verify certificates'],
  ['minVersion', 'TLSv1', 'agent: may speak TLS below 1.2'],
])('sends nothing once an agent has been weakened by %s', async (option, value, message) => {
  const server = await startTlsServer(good)
  const agent = agentOf({ ca: authority.cert })
  const client = clientFor(server.url, { agent })
  await client.orders.get('T1')
  Object.assign(agent.options, { [option]: value })
  const error = await failureOf(client.payments.capture({ token: 'T1' }))
  expect(error).toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'not-sent',
    retryable: false,
    attempts: 1,
    cause: { message: expect.stringContaining(message) },
  })
  expect(server.versions).toHaveLength(1)
})

it.each([{ fetch }, { tls: { ca: authority.cert } }])('refuses an agent besides %o', (options) => {
  const agent = agentOf()
  const construct = () =>
    new Scalapay({ apiKey: MARKER_KEY, environment: 'sandbox', agent, ...options })
  expect(construct).toThrow('agent: cannot be combined with fetch or tls.')
})

it('is refused where there is no Node', () => {
  expect(() => createTransport({ baseUrl: 'https://api.test', ca: [], agent: agentOf() })).toThrow(
    'agent works on Node only.',
  )
})
