import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../loopback.js'
import { headerOf } from './read-request.js'

/** The routes that take no key: pages, their buttons and the control plane. By route, so that no spelling gets past it. */
const KEYLESS = /^\/(?:$|(?:_emulator|checkout|dashboard)(?:\/|$))/

/** Reserved (RFC 2606, 6761, 6762, 9476): nobody can register a name that ends with it and let it lead to this machine. */
const RESERVED = /\.(?:localhost|local|internal|test)$/

/** The name in a `Host` header or an origin, as `URL` normalises it. */
function hostnameOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).hostname : undefined
}

/** A name with a dot is somebody's, and its owner can have it lead to this machine (DNS rebinding). */
function canBeRebound(hostname: string | undefined): boolean {
  if (hostname === undefined) return true
  const isAddress = isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0
  return hostname.includes('.') && !isAddress && !RESERVED.test(hostname)
}

/** Browsers say it at addresses that they trust, and elsewhere leave the origin to tell. */
function isFromForeignPage(request: FastifyRequest, own: string | undefined): boolean {
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== undefined) return site === 'cross-site'
  const origin = headerOf(request, 'origin')
  return origin !== undefined && hostnameOf(origin) !== own
}

/**
 * Why a request is refused that a web page may have sent: the port is well known, and no page that a developer visits may
 * read the emulator, reset it or press its buttons. The API needs no such check: it asks for a key.
 *
 * @param listensOn the `host` option; beyond loopback it is reached by whatever names the network has for it
 */
export function foreignPageProblem(request: FastifyRequest, listensOn: string): string | undefined {
  if (!KEYLESS.test(request.routeOptions.url ?? '')) return undefined
  const own = hostnameOf(`http://${request.headers.host}`)
  const isPrivate = isLoopback(listensOn.includes(':') ? `[${listensOn}]` : listensOn)
  if (isPrivate && own !== listensOn && canBeRebound(own)) {
    return 'Refused: this name may be anybody’s; use 127.0.0.1, or give the name to the emulator as --host'
  }
  if (request.method !== 'GET' && isFromForeignPage(request, own)) {
    return 'Refused: the request comes from a page of another site'
  }
  return undefined
}
