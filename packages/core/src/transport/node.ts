import { channel } from 'node:diagnostics_channel'
import {
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { DEFAULT_MIN_VERSION, rootCertificates } from 'node:tls'
import type { OpenChannel } from './observe.js'
import {
  type FailureStage,
  MAX_RESPONSE_BYTES,
  type Transport,
  type TransportOptions,
  WireFailure,
  type WireRequest,
  type WireResponse,
} from './wire.js'

/** More calls than this at once wait for a free connection. */
const MAX_SOCKETS = 64
/** An idle connection is closed after this, before the usual gateway or NAT would drop it in silence. */
const IDLE_SOCKET_MS = 30_000

/** TLS 1.2, or what the process demands where that is stricter (`--tls-min-v1.3`). */
const MIN_TLS_VERSION = DEFAULT_MIN_VERSION === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2'

/**
 * The transport on Node: `node:https` with a keep-alive agent. It sets TLS 1.2 as the minimum for every connection and
 * verifies certificates always, whatever the process was started with (`--tls-min-v1.0`,
 * `NODE_TLS_REJECT_UNAUTHORIZED=0`).
 */
export function createTransport(options: TransportOptions): Transport {
  const pool = {
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
    maxFreeSockets: MAX_SOCKETS,
    timeout: IDLE_SOCKET_MS,
  }
  const httpAgent = new HttpAgent(pool)
  const httpsAgent = new HttpsAgent({
    ...pool,
    minVersion: MIN_TLS_VERSION,
    rejectUnauthorized: true,
    ...(options.ca.length > 0 ? { ca: [...defaultAuthorities(), ...options.ca] } : {}),
  })
  return {
    send: (request) => exchange(request, httpAgent, httpsAgent),
    close: () => {
      closeIdle(httpAgent)
      closeIdle(httpsAgent)
    },
  }
}

/** The channels of this process, which tracing tools listen to. */
export const openChannel: OpenChannel = (name) => channel(name)

/** Closes what is idle now, and what is busy as soon as its call is done: an answer about money is not cut off. */
function closeIdle(agent: HttpAgent): void {
  agent.maxFreeSockets = 0
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy()
  }
}

/** Naming any authority replaces Node's own list, NODE_EXTRA_CA_CERTS included, so they are named again. */
function defaultAuthorities(): readonly string[] {
  // Since Node 22.15; before, the bundled list is all that can be asked for. Importing it would fail there.
  const { getCACertificates } = process.getBuiltinModule('node:tls') as {
    getCACertificates?: (type: 'default') => string[]
  }
  return getCACertificates?.('default') ?? rootCertificates
}

function exchange(
  request: WireRequest,
  httpAgent: HttpAgent,
  httpsAgent: HttpsAgent,
): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const { url, method, headers, body, signal } = request
    if (signal.aborted) return reject(new WireFailure('not-sent', signal.reason))
    const isSecure = url.startsWith('https:')
    const options: RequestOptions = {
      method,
      headers,
      agent: isSecure ? httpsAgent : httpAgent,
    }
    let stage: FailureStage = 'not-sent'
    let status: number | undefined

    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', onAbort)
      finish()
    }
    const fail = (cause: unknown) => settle(() => reject(new WireFailure(stage, cause, status)))
    const onAbort = () => {
      fail(signal.reason)
      outgoing.destroy()
    }
    const onResponse = (incoming: IncomingMessage) => {
      stage = 'answered'
      status = incoming.statusCode ?? 0
      readBody(incoming).then(
        (text) => settle(() => resolve(toWireResponse(incoming, text))),
        (cause) => {
          if (cause === TOO_LARGE) stage = 'too-large'
          fail(cause === TOO_LARGE ? undefined : cause)
          outgoing.destroy()
        },
      )
    }

    const outgoing = (isSecure ? requestHttps : requestHttp)(url, options, onResponse)
    signal.addEventListener('abort', onAbort, { once: true })
    outgoing.on('socket', (socket) => {
      whenReady(socket, isSecure, () => {
        stage = 'sent'
      })
    })
    outgoing.on('error', fail)
    // The whole body at once, from which Node takes the `Content-Length`.
    outgoing.end(body)
  })
}

const ready = new WeakSet<Socket>()

/**
 * Node holds a request back until its connection, TLS included, is ready; until then nothing has left. A request that had
 * to wait for its turn gets a connection that was ready long before.
 */
function whenReady(socket: Socket, isSecure: boolean, onReady: () => void): void {
  const isOpen = isSecure ? ready.has(socket) : !socket.connecting
  const open = () => {
    ready.add(socket)
    onReady()
  }
  if (isOpen) open()
  else socket.once(isSecure ? 'secureConnect' : 'connect', open)
}

const TOO_LARGE = Symbol('too large')

function readBody(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MAX_RESPONSE_BYTES) reject(TOO_LARGE)
      else chunks.push(chunk)
    })
    // A decoder, as `fetch` has one: it drops a byte order mark, which JSON does not allow.
    incoming.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(chunks))))
    incoming.on('error', reject)
  })
}

function toWireResponse(incoming: IncomingMessage, text: string): WireResponse {
  return {
    status: incoming.statusCode ?? 0,
    header: (name) => flatten(incoming.headers[name]),
    headers: () => {
      const flat: Record<string, string> = {}
      for (const [name, value] of Object.entries(incoming.headers))
        flat[name] = flatten(value) ?? ''
      return flat
    },
    text,
  }
}

function flatten(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
