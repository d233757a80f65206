import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage, request } from 'node:http'
import type { Agent as HttpsAgent, RequestOptions } from 'node:https'
import type { Socket } from 'node:net'
import { findUnsafeOptions } from '../agent.js'
import { UNSAFE_AGENT } from './explain.js'
import { pooledAgent } from './node-agent.js'
import { allHeaders, headerOf } from './node-headers.js'
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

/**
 * Loaded by the first client and not by an import, whose time would be mostly theirs. Their functions are called as members,
 * so that tools that trace or record requests may replace them at any time.
 */
const nodeHttp = () => process.getBuiltinModule('node:http')
const nodeHttps = () => process.getBuiltinModule('node:https')
const nodeTls = () => process.getBuiltinModule('node:tls')

/**
 * The transport on Node: `node:https` over kept connections. It sets TLS 1.2 as the minimum for every connection and
 * verifies certificates always, whatever the process was started with (`--tls-min-v1.0`,
 * `NODE_TLS_REJECT_UNAUTHORIZED=0`).
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, protocol, hostname, port } = new URL(options.baseUrl)
  // Brackets around an IPv6 address belong to URLs only.
  const host = { protocol, hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port }
  const isSecure = protocol === 'https:'
  const module = isSecure ? nodeHttps() : nodeHttp()
  const floor = isSecure ? tlsFloor() : undefined
  const own = pooledAgent(module, floor && { ...floor, ...authorities(options.ca) })
  // `findAgentProblems` has refused what is not one of Node's agents.
  const theirs = isSecure ? (options.agent as HttpsAgent | undefined) : undefined
  // With each request, so that the floor holds for an agent of the caller's too.
  const target: Target = { origin, module, host: { ...host, agent: theirs ?? own.agent, ...floor } }
  const send = (request: WireRequest) => {
    // Looked into each time: its options can be changed, as some change those of Node's global agent.
    const [problem] = theirs === undefined ? [] : findUnsafeOptions(theirs.options)
    if (problem === undefined) return exchange(request, target)
    const unsafe = Object.assign(new Error(problem), { code: UNSAFE_AGENT })
    return Promise.reject(new WireFailure('not-sent', unsafe))
  }
  return { send, close: own.close }
}

/** The channels of this process, which tracing tools listen to. */
export const openChannel: OpenChannel = (name) => channel(name)

/** Where requests go, in the form that Node takes. */
interface Target {
  origin: string
  module: { request: typeof request }
  host: RequestOptions
}

/** TLS 1.2, or what the process demands where that is stricter (`--tls-min-v1.3`), and certificates verified. */
function tlsFloor() {
  const isStricter = nodeTls().DEFAULT_MIN_VERSION === 'TLSv1.3'
  return { minVersion: isStricter ? 'TLSv1.3' : 'TLSv1.2', rejectUnauthorized: true } as const
}

/** Naming any authority replaces Node's own list, NODE_EXTRA_CA_CERTS included, so they are named again. */
function authorities(ca: readonly string[]): { ca?: string[] } {
  if (ca.length === 0) return {}
  // Since Node 22.15; before, the bundled list is all that can be asked for.
  const { getCACertificates, rootCertificates } = nodeTls() as {
    getCACertificates?: (type: 'default') => string[]
    rootCertificates: readonly string[]
  }
  return { ca: [...(getCACertificates?.('default') ?? rootCertificates), ...ca] }
}

function exchange(request: WireRequest, { origin, module, host }: Target): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const { url, method, headers, body, cancellation } = request
    if (cancellation.isCancelled) return reject(new WireFailure('not-sent', undefined))
    let stage: FailureStage = 'not-sent'
    let status: number | undefined

    const fail = (cause: unknown) => {
      cancellation.onCancel(undefined)
      reject(new WireFailure(stage, cause, status))
    }
    const onResponse = (incoming: IncomingMessage) => {
      stage = 'answered'
      status = incoming.statusCode ?? 0
      readBody(incoming, {
        onText: (text) => {
          cancellation.onCancel(undefined)
          resolve(toWireResponse(incoming, text))
          // A server that answers before it has read a request might never read the rest, and hold the connection.
          if (!outgoing.writableFinished) outgoing.destroy()
        },
        onTooLarge: () => {
          stage = 'too-large'
          fail(undefined)
          outgoing.destroy()
        },
        onError: (cause) => {
          fail(cause)
          outgoing.destroy()
        },
      })
    }

    const path = url.slice(origin.length)
    // An object: tools that trace requests add their headers to one, and would spoil a list.
    const options = { ...host, method, path, headers }
    const outgoing = module.request(options, onResponse)
    cancellation.onCancel(() => {
      fail(undefined)
      outgoing.destroy()
    })
    outgoing.on('socket', (socket) => {
      whenReady(socket, () => {
        stage = 'sent'
      })
    })
    outgoing.on('error', fail)
    // Node says nothing else of an answer that changes the protocol (101), which no request asks for.
    outgoing.on('close', () => {
      if (status === undefined) fail(undefined)
    })
    // The whole body at once, from which Node takes the `Content-Length`.
    outgoing.end(body)
  })
}

/**
 * Node holds a request back until its connection, TLS included, is ready; until then nothing has left. The socket itself says
 * how far it is: it may have been ready long before, as one that waited in the pool, or that an agent of the caller's handed
 * over late. One that does not say counts as ready, since what may have left must never count as not sent.
 */
function whenReady(socket: Socket & { secureConnecting?: boolean }, onReady: () => void): void {
  if (socket.secureConnecting === true) socket.once('secureConnect', onReady)
  else if (socket.connecting) socket.once('connect', onReady)
  else onReady()
}

/** As `fetch` has one: it drops a byte order mark, which JSON does not allow. */
const decoder = new TextDecoder()

interface BodyEvents {
  onText: (text: string) => void
  onTooLarge: () => void
  onError: (cause: unknown) => void
}

function readBody(incoming: IncomingMessage, { onText, onTooLarge, onError }: BodyEvents): void {
  const chunks: Buffer[] = []
  let bytes = 0
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_RESPONSE_BYTES) onTooLarge()
    else chunks.push(chunk)
  })
  incoming.on('end', () => {
    // Most answers are one chunk, which need not be copied.
    const [first, ...others] = chunks
    onText(decoder.decode(others.length === 0 ? first : Buffer.concat(chunks)))
  })
  incoming.on('error', onError)
}

/** Holds the headers only: a result remembers its answer, and Node's message would keep its socket alive with it. */
function toWireResponse(
  { statusCode = 0, rawHeaders }: IncomingMessage,
  text: string,
): WireResponse {
  return {
    status: statusCode,
    header: (name) => headerOf(rawHeaders, name),
    headers: () => allHeaders(rawHeaders),
    text,
  }
}
