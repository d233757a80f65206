import { hmacSha256 } from '#crypto'
import { ScalapayConfigError } from '../errors/config.js'

/** The header that carries the signature: 64 lower-case hexadecimal digits (source: Scalapay docs). */
export const SIGNATURE_HEADER = 'x-scalapay-hmac-v1'
/** The header that carries the time of signing: epoch milliseconds in decimal (source: Scalapay docs). */
export const TIMESTAMP_HEADER = 'x-scalapay-timestamp'

/** What is signed. */
export interface SignedContent {
  /** The timestamp header as sent: epoch milliseconds in decimal. */
  timestamp: string
  /** The body exactly as sent. */
  rawBody: string | Uint8Array
}

/**
 * The HMAC-SHA-256 of `V1:` + timestamp + `:` + body under the merchant key. `V1` is upper case, although the header's
 * name ends in a lower-case `v1` (source: Scalapay docs; vectors in the tests).
 */
export async function hmac(
  apiKey: string,
  { timestamp, rawBody }: SignedContent,
): Promise<Uint8Array> {
  return hmacSha256(apiKey, [`V1:${timestamp}:`, rawBody])
}

/** What `signWebhook` signs. */
export interface SignWebhookInput {
  /** The body, as the bytes that will be sent or as text. */
  rawBody: string | Uint8Array
  /** The merchant key of the environment. */
  apiKey: string
  /** When it is signed: epoch milliseconds. */
  timestamp: number
}

/** The two headers of a delivery. */
export interface WebhookHeaders {
  /** The signature: 64 lower-case hexadecimal digits. */
  'x-scalapay-hmac-v1': string
  /** The time of signing: epoch milliseconds in decimal. */
  'x-scalapay-timestamp': string
}

/**
 * Signs a body as Scalapay does: for tests, and for stand-ins of Scalapay.
 *
 * @throws ScalapayConfigError when the key is missing or the timestamp is not a whole number
 */
export async function signWebhook(input: SignWebhookInput): Promise<WebhookHeaders> {
  if (typeof input.apiKey !== 'string' || input.apiKey === '') {
    throw new ScalapayConfigError(
      'apiKey: missing. Give the merchant key that the receiver verifies with.',
    )
  }
  if (!Number.isSafeInteger(input.timestamp)) {
    throw new ScalapayConfigError(
      'timestamp: must be whole epoch milliseconds, such as Date.now().',
    )
  }
  const timestamp = String(input.timestamp)
  const digest = await hmac(input.apiKey, { timestamp, rawBody: input.rawBody })
  return { [SIGNATURE_HEADER]: toHex(digest), [TIMESTAMP_HEADER]: timestamp }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal digits. */
function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** The bytes of a signature header, or `undefined` when it is not 64 hexadecimal digits. */
export function parseSignature(header: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/i.test(header)) return undefined
  const bytes = new Uint8Array(32)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(header.slice(at * 2, at * 2 + 2), 16)
  }
  return bytes
}

/** Compares without telling, by the time it takes, where two digests differ. */
export function equalDigests(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}
