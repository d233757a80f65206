import type { RawBody } from '@scalapay-kit/core/webhooks'
import { type H3Event, readRawBody } from 'h3'

/**
 * The bytes of the body. Where something in front of Nuxt parsed it, the parsed value, which the receiver refuses with
 * an explanation; h3 would write it down again, and other bytes would be verified than were signed.
 */
export async function rawBodyOf(event: H3Event): Promise<RawBody | undefined> {
  const { body, rawBody } = event.node.req as { body?: unknown; rawBody?: unknown }
  if (rawBody === undefined && isParsed(body)) return body as RawBody
  return readRawBody(event, false)
}

function isParsed(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  const isBytes = body instanceof Uint8Array || body instanceof ArrayBuffer
  const isStream = 'getReader' in body || 'pipe' in body
  return !isBytes && !isStream
}
