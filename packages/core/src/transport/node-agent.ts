import type { Agent, ClientRequest, RequestOptions } from 'node:http'
import type { Socket } from 'node:net'
import type { SecureContext, SecureVersion, TLSSocket } from 'node:tls'
import { ConnectionPool } from './node-pool.js'

/** More calls than this at once wait for a free connection. */
const MAX_SOCKETS = 64
/** An idle connection is closed after this, before the usual gateway or NAT would drop it in silence. */
const IDLE_SOCKET_MS = 30_000
/** As Node's own agent has it: when the system begins to ask whether the other end is still there. */
const PROBE_DELAY_MS = 1_000

const nodeNet = () => process.getBuiltinModule('node:net')
const nodeTls = () => process.getBuiltinModule('node:tls')
const nodeAsyncHooks = () => process.getBuiltinModule('node:async_hooks')

/** What every TLS connection is made with. */
export interface TlsSettings {
  ca?: string[]
  minVersion: SecureVersion
  rejectUnauthorized: boolean
}

/** An agent, and the end of its connections. */
export interface PooledAgent {
  agent: Agent
  /** Closes idle connections now, and busy ones when their request is done. */
  close: () => void
}

/** The one method that requests call. Node does not document it, and agents for proxies have lived on it for ten years. */
type AddRequest = (request: ClientRequest, options: RequestOptions) => void

/**
 * An agent of Node's that opens connections as ever, but leaves it to a `ConnectionPool` which one a request gets.
 *
 * @param module `node:http` or `node:https`
 * @param tls for `node:https`
 */
export function pooledAgent(
  module: { Agent: new (options: object) => Agent },
  tls: TlsSettings | undefined,
): PooledAgent {
  // Complete, for tools that record requests: they open connections by it.
  const agent = new module.Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, ...tls })
  // The connections are the client's, and not of the request that happens to be the first.
  const { AsyncResource } = nodeAsyncHooks()
  const ours = new AsyncResource('ScalapayConnections')
  const connect = connector(agent, tls)
  const pool = new ConnectionPool<RequestOptions>({
    connect: (options) => ours.runInAsyncScope(connect, undefined, options),
    maxSockets: MAX_SOCKETS,
    idleMs: IDLE_SOCKET_MS,
    now: () => performance.now(),
    later: (callback, delayMs) => {
      // Where timers are numbers, as in Electron's windows, no process is kept alive by one.
      ours.runInAsyncScope(() => setTimeout(callback, delayMs).unref?.())
    },
    inContext: (callback) => AsyncResource.bind(callback),
  })
  const prototype = Object.getPrototypeOf(agent) as { addRequest: AddRequest }
  const original = prototype.addRequest
  const addRequest: AddRequest = (request, options) => {
    if (prototype.addRequest === original) return pool.add(request, options)
    // A tool that answers requests itself, or records them, came after this client. What is idle would pass it by.
    pool.closeIdle()
    prototype.addRequest.call(agent, request, options)
  }
  Object.assign(agent, { addRequest })
  return {
    agent,
    close: () => {
      pool.close()
      // What a tool that came later has opened through Node's own bookkeeping, see `addRequest`.
      agent.maxFreeSockets = 0
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) socket.destroy()
      }
    },
  }
}

/** Opens connections, and takes up the last TLS session, which saves most of a handshake. */
function connector(
  agent: Agent,
  tls: TlsSettings | undefined,
): (options: RequestOptions) => Socket {
  let session: Buffer | undefined
  let secureContext: SecureContext | undefined
  return ({ host: given, port }) => {
    const host = given ?? 'localhost'
    const kept = { noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_DELAY_MS }
    const options = { ...tls, ...kept, host, port }
    if (tls === undefined) return agent.createConnection(options) as Socket
    // Once: to read some hundred authorities holds the process up for tens of milliseconds.
    secureContext ??= nodeTls().createSecureContext({ ca: tls.ca, minVersion: tls.minVersion })
    // The name that the certificate is asked for; an IP address is not one.
    const servername = nodeNet().isIP(host) === 0 ? host : ''
    const secure = { ...options, servername, session, secureContext } as RequestOptions
    const socket = agent.createConnection(secure) as TLSSocket
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
