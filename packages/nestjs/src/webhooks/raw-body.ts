import type { Readable } from 'node:stream'
import type { RawBody } from '@scalapay-kit/core/webhooks'

/** A request as Express and Fastify give it, as far as the webhook route looks at it. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** What Nest keeps with `rawBody: true`. */
  readonly rawBody?: RawBody
  readonly body?: unknown
  /** The request of Node below Fastify's. */
  readonly raw?: Readable
}

/**
 * The bytes of a delivery: what Nest kept, or what has not been read yet, as with `bodyParser: false`. Otherwise whatever a
 * parser made of it: bytes are taken, and an object is refused by the core, with an error that says so.
 *
 * @param maxBytes reading stops after this many
 */
export async function readRawBody(request: WebhookRequest, maxBytes: number): Promise<RawBody> {
  if (request.rawBody !== undefined) return request.rawBody
  const stream = request.raw ?? (request as unknown as Readable)
  if (stream.readable && !stream.readableDidRead) return readStream(stream, maxBytes)
  return request.body as RawBody
}

async function readStream(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // Destroying the stream would close the connection before the refusal is written.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) break
  }
  // The rest is thrown away, as Node does with a body that is not read; left unread, it would hold up the connection.
  stream.resume()
  return Buffer.concat(chunks)
}
