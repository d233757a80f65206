import type { IncomingMessage } from 'node:http'
import type { RawBody } from '@scalapay-kit/core/webhooks'
import { getRequestHeader, type H3Event, readRawBody, setResponseHeader } from 'h3'

/**
 * The bytes of the body, and of one that is too large no more than the receiver needs to refuse it. Where something in
 * front of Nuxt parsed it, the parsed value, which the receiver refuses with an explanation; h3 would write it down again,
 * and other bytes would be verified than were signed.
 */
export async function rawBodyOf(event: H3Event, maxBytes: number): Promise<RawBody | undefined> {
  const { req } = event.node
  const { body, rawBody } = req as { body?: unknown; rawBody?: unknown }
  if (rawBody === undefined && isParsed(body)) return body as RawBody
  const isTooLarge = Number(getRequestHeader(event, 'content-length')) > maxBytes
  const isUnread = body === undefined && rawBody === undefined && isUntouchedStream(req)
  // What stays unread must not be taken for the next request of this connection.
  const stop = () => setResponseHeader(event, 'connection', 'close')
  if (isTooLarge) {
    if (isUnread) stop()
    return new Uint8Array(maxBytes + 1)
  }
  return isUnread ? readAtMost(req, maxBytes, stop) : readRawBody(event, false)
}

function isParsed(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false
  const isBytes = body instanceof Uint8Array || body instanceof ArrayBuffer
  const isStream = 'getReader' in body || 'pipe' in body
  return !isBytes && !isStream
}

/** Whether this is a request of Node whose body has not been read from yet. On other hosts h3 knows where the body is. */
function isUntouchedStream(req: IncomingMessage): boolean {
  return req.readable && !req.readableDidRead
}

async function readAtMost(
  req: IncomingMessage,
  maxBytes: number,
  stop: () => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // The answer still goes out over this connection.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) {
      stop()
      break
    }
  }
  return Buffer.concat(chunks)
}
