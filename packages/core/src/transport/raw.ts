import createClient from 'openapi-fetch'
import type { ScalapayError } from '../errors/base.js'
import { ScalapayConfigError } from '../errors/config.js'
import { type Operation, operations } from '../generated/operations.js'
import { callerHeaders } from './headers.js'
import type { Pipeline } from './pipeline.js'
import { type ClientDefaults, prepareCall } from './prepare.js'
import type { RawClient, RawPaths } from './raw-types.js'
import { type ReportTools, reportOnce } from './report-once.js'

/**
 * The client for a path that has no method yet. Keys, limits, retries and TLS are the same as everywhere; amounts are
 * left as the wire had them, and errors are values. An `Idempotency-Key` is sent where the caller gives one and the
 * operation takes one; only then is a write repeated.
 */
export function createRawClient(
  parts: ClientDefaults & ReportTools & { pipeline: Pipeline },
): RawClient {
  return createClient<RawPaths>({
    baseUrl: parts.config.baseUrl,
    fetch: async (request) => {
      const { url, method, signal } = request
      requireOwnTarget(url, parts.config.baseUrl)
      const [operation, route] = findOperation(method, url.slice(parts.config.baseUrl.length))
      const text = await request.text()
      const body = text === '' ? undefined : text
      const givenKey = request.headers.get('idempotency-key') ?? undefined
      // Elsewhere Scalapay ignores a key, and a repetition would not be safe.
      const idempotencyKey = route.idempotent ? givenKey : undefined
      const headers = callerHeaders(request.headers)
      const options = { signal, headers }
      const call = prepareCall(
        { operation, route, method, url, body, idempotencyKey, options },
        parts,
      )
      const { answer, error } = await reportOnce(operation, parts, async (note) =>
        note(await parts.pipeline(call)),
      )
      if (answer === undefined || isUnreadable(answer.wire.status, error)) throw error
      return toResponse(answer.wire)
    },
  })
}

function requireOwnTarget(url: string, baseUrl: string): void {
  if (url.startsWith(`${baseUrl}/`)) return
  throw new ScalapayConfigError(
    'raw: baseUrl cannot be changed for one call, because the key would go to another host.',
  )
}

const UNKNOWN_ROUTE: Operation = {
  method: 'POST',
  path: '',
  auth: 'merchant',
  idempotent: false,
}

function findOperation(method: string, pathAndQuery: string): [string, Operation] {
  const [path = ''] = pathAndQuery.split('?')
  const rows: [string, Operation][] = Object.entries(operations)
  // Fixed paths come before those with a token, so that `references` is not taken for one.
  const matching = rows
    .filter(([, route]) => route.method === method && patternOf(route.path).test(path))
    .sort(([, a], [, b]) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
  // Not by its path, in which an order's token may stand: the name is for logs.
  return matching[0] ?? ['raw', { ...UNKNOWN_ROUTE, method: method === 'GET' ? 'GET' : 'POST' }]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

/** A success whose body cannot be read proves nothing; only these statuses have none by definition. */
function isUnreadable(status: number, error: ScalapayError | undefined): boolean {
  return error !== undefined && status >= 200 && status < 300 && !hasNoBody(status)
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

function toResponse(wire: {
  status: number
  text: string
  headers: () => Record<string, string>
}): Response {
  const body = hasNoBody(wire.status) ? null : wire.text
  return new Response(body, { status: wire.status, headers: wire.headers() })
}
