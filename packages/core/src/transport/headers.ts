import { bearer } from '../auth.js'
import type { AppInfo } from '../options.js'
import { version } from '../version.js'

/** Names the client, and the application where it gave its name. */
export function userAgent(appInfo: AppInfo | undefined): string {
  const client = `scalapay-kit/${version}`
  if (appInfo === undefined) return client
  return `${client} ${appInfo.name}${appInfo.version === undefined ? '' : `/${appInfo.version}`}`
}

/** What the headers of a request are made from. */
export interface HeaderParts {
  userAgent: string
  hasBody: boolean
  /** The caller's own, see `callerHeaders`: none of the ones below is among them. */
  extra: Readonly<Record<string, string>> | undefined
  key: string
  idempotencyKey: string | undefined
}

/** The headers of a request. The key is put in here, at the last moment, and nowhere else. */
export function wireHeaders(parts: HeaderParts): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    // Node's transport unpacks nothing, and a gateway may pack what it is not told to leave alone.
    'accept-encoding': 'identity',
    'user-agent': parts.userAgent,
  }
  // Copied only where there are some: most calls have none.
  if (parts.extra !== undefined) Object.assign(headers, parts.extra)
  if (parts.hasBody) headers['content-type'] = 'application/json'
  if (parts.idempotencyKey !== undefined) headers['idempotency-key'] = parts.idempotencyKey
  headers.authorization = bearer(parts.key)
  return headers
}

const RESERVED =
  /^(?:authorization|idempotency-key|content-type|content-length|accept|accept-encoding|user-agent|host|connection|transfer-encoding)$/i

/** Whether the client sets a header itself, or Node does. */
export function isReserved(name: string): boolean {
  return RESERVED.test(name)
}

/** The caller's headers with lower-case names; those that the client sets itself are left out. */
export function callerHeaders(
  headers: Iterable<readonly [string, string]>,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {}
  for (const [name, value] of headers) {
    if (!isReserved(name)) kept[name.toLowerCase()] = value
  }
  return kept
}
