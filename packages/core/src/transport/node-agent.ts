import type { Agent, ClientRequest, RequestOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { SecureVersion, TLSSocket } from 'node:tls'
import { ConnectionPool } from './node-pool.js'

/** More calls than this at once wait for a free connection. */
const MAX_SOCKETS = 64
/** An idle connection is closed after this, before the usual gateway or NAT would drop it in silence. */
const IDLE_SOCKET_MS = 30_000
/** As Node's own agent has it: when the system begins to ask whether the other end is still there. */
const PROBE_DELAY_MS = 1_000

const nodeNet = () => process.getBuiltinModule('node:net')
const nodeAsyncHooks = () => process.getBuiltinModule('node:async_hooks')

/** What every TLS connection is made with. */
export interface TlsSettings {
  ca?: string[]
  minVersion?: SecureVersion
  rejectUnauthorized?: boolean
}

/** An agent, and the end of its connections. */
export interface PooledAgent {
  agent: Agent
  /** Closes idle connections now, and busy ones when their request is done. */
  close: () => void
}

/**
 * An agent of Node's that opens connections as ever, but leaves it to a `ConnectionPool` which one a request gets.
 *
 * @param module `node:http` or `node:https`
 */
export function pooledAgent(
  module: { Agent: new (options: object) => Agent },
  settings: TlsSettings,
): PooledAgent {
  const agent = new module.Agent({ keepAlive: true })
  const pool = new ConnectionPool<RequestOptions>({
    connect: connector(agent, settings),
    maxSockets: MAX_SOCKETS,
    idleMs: IDLE_SOCKET_MS,
    now: () => performance.now(),
    later: (callback, delayMs) => void setTimeout(callback, delayMs).unref(),
    inContext: (callback) => nodeAsyncHooks().AsyncResource.bind(callback),
  })
  // The one method that requests call. Node does not document it, and agents for proxies have lived on it for ten years.
  const addRequest = (request: ClientRequest, options: RequestOptions) => pool.add(request, options)
  Object.assign(agent, { addRequest })
  return { agent, close: () => pool.close() }
}

/** Opens connections, and takes up the last TLS session, which saves most of a handshake. */
function connector(agent: Agent, settings: TlsSettings): (options: RequestOptions) => Socket {
  let session: Buffer | undefined
  return ({ hostname, port }) => {
    const host = hostname ?? 'localhost'
    // The name that the certificate is asked for; an address is none.
    const servername = nodeNet().isIP(host) === 0 ? host : ''
    const forAll = { noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_DELAY_MS }
    const options = { ...settings, ...forAll, host, port, servername, session }
    const socket = agent.createConnection(options as RequestOptions) as TLSSocket
    socket.on('session', (latest) => {
      session = latest
    })
    // It may have been the session that the server did not like.
    socket.once('error', () => {
      session = undefined
    })
    return socket
  }
}
