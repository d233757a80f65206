import { ScalapayWebhookError } from '../errors/webhook.js'
import type { WebhookHeaders } from './signature.js'

/** The headers of a delivery, in whatever form the framework has them. Names are looked up in any case. */
export type WebhookHeaderSource =
  | { get: (name: string) => string | null }
  | WebhookHeaders
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** The bytes of a delivery as they came; text only where the framework decoded it as UTF-8. */
export type RawBody = Uint8Array | ArrayBuffer | string

const RAW_BODY_PER_FRAMEWORK =
  'Give the raw body. Nest: NestFactory.create(AppModule, { rawBody: true }) and req.rawBody. Fastify: a content-type parser with parseAs: "buffer" for this route. Nuxt and h3: readRawBody(event, false). Express: express.raw({ type: "*/*" }) on this route.'

/**
 * The one value of a header, without white space around it.
 *
 * @returns `undefined` when it is absent or empty
 * @throws ScalapayWebhookError when it came more than once, or is not text
 */
export function readHeader(headers: WebhookHeaderSource, name: string): string | undefined {
  const [value, ...others] = headerValues(headers, name)
  if (value === undefined) return undefined
  // Servers join the values of a repeated header with a comma, which neither header may contain.
  if (others.length > 0 || typeof value !== 'string' || value.includes(',')) {
    throw new ScalapayWebhookError(`The header ${name} came more than once, or is not text.`, {
      reason: 'malformed-header',
      hint: 'Scalapay sends it once. Look at what is between Scalapay and this server.',
    })
  }
  return value.trim() || undefined
}

/** What the types promise does not bind a framework's own object, so the values are of any type. */
function headerValues(headers: WebhookHeaderSource, name: string): unknown[] {
  if (headers === undefined || headers === null) return []
  const values = isFetchHeaders(headers)
    ? [headers.get(name)]
    : Object.entries(headers).flatMap(([key, value]): unknown[] =>
        key.toLowerCase() === name ? [value].flat() : [],
      )
  return values.filter((value) => value !== undefined && value !== null)
}

function isFetchHeaders(
  headers: WebhookHeaderSource,
): headers is { get: (name: string) => string | null } {
  return typeof headers === 'object' && 'get' in headers && typeof headers.get === 'function'
}

/**
 * A copy of the bytes of the body: a server may use its buffer for the next request while this one is verified.
 *
 * @param maxBytes the most that are taken
 * @throws ScalapayWebhookError when there are none, too many, or when a framework parsed them already
 */
export function readRawBody(rawBody: unknown, maxBytes: number): Uint8Array {
  const bytes = toBytes(rawBody)
  if (bytes.length === 0) {
    throw new ScalapayWebhookError('The delivery has no body.', {
      reason: 'empty-body',
      hint: `If Scalapay sent one, a body parser took it before. ${RAW_BODY_PER_FRAMEWORK}`,
    })
  }
  if (bytes.length > maxBytes) {
    throw new ScalapayWebhookError(`The body has more than ${maxBytes} bytes.`, {
      reason: 'body-too-large',
      hint: 'The documented deliveries have a few kilobytes. Raise maxBodyBytes if this one is genuine.',
    })
  }
  return bytes.slice()
}

function toBytes(rawBody: unknown): Uint8Array {
  if (typeof rawBody === 'string') return new TextEncoder().encode(rawBody)
  if (rawBody === undefined || rawBody === null) return new Uint8Array()
  // Not `instanceof`: bytes that come from another realm, as under Jest, are bytes all the same.
  if (ArrayBuffer.isView(rawBody)) {
    return new Uint8Array(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength)
  }
  if (isArrayBuffer(rawBody)) return new Uint8Array(rawBody)
  throw new ScalapayWebhookError('The body was parsed before it could be verified.', {
    reason: 'body-already-parsed',
    hint: `The signature covers the bytes as sent, and they cannot be made again from an object. ${RAW_BODY_PER_FRAMEWORK}`,
  })
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
}
