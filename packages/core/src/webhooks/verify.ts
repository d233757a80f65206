import { ScalapayWebhookError } from '../errors/webhook.js'
import { diagnose } from './diagnose.js'
import { parseEvent, type SignedBody, type WebhookEvent } from './event.js'
import { type RawBody, readHeader, readRawBody, type WebhookHeaderSource } from './input.js'
import { resolveVerifyOptions, type VerifyConfig, type VerifyOptions } from './options.js'
import {
  equalDigests,
  hmac,
  parseSignature,
  SIGNATURE_HEADER,
  TIMESTAMP_HEADER,
} from './signature.js'
import { checkAge, parseTimestamp } from './tolerance.js'

/** A delivery as a server has it. */
export interface Delivery {
  /** The bytes as they came. A parsed body cannot be verified. */
  rawBody: RawBody | null | undefined
  /** The headers as the framework has them. */
  headers: WebhookHeaderSource
}

/** A verified event, and which of the keys had signed it. */
export interface VerifiedWebhook {
  /** The event, parsed after it was verified. */
  event: WebhookEvent
  /** The place of the key in `apiKeys`: tells when an old key is no longer in use. */
  keyIndex: number
}

/**
 * Verifies a delivery: first the signature over the raw bytes, in constant time and with each key, then the time, and only
 * then is the body parsed.
 *
 * @throws ScalapayWebhookError whose `reason` and `hint` say what is wrong, and never a key
 * @throws ScalapayConfigError when there is no key, or an option cannot be used
 */
export async function verifyWebhook(
  delivery: Delivery,
  options: VerifyOptions,
): Promise<VerifiedWebhook> {
  return verify(delivery, resolveVerifyOptions(options))
}

/**
 * The same with options that were checked before.
 *
 * @throws ScalapayWebhookError
 */
export async function verify(delivery: Delivery, config: VerifyConfig): Promise<VerifiedWebhook> {
  const rawBody = readRawBody(delivery.rawBody, config.maxBodyBytes)
  const signature = requireSignature(delivery.headers)
  const timestamp = requireHeader(delivery.headers, TIMESTAMP_HEADER, 'missing-timestamp')
  const signedAt = parseTimestamp(timestamp)
  const keyIndex = await findKey(config.apiKeys, { rawBody, timestamp }, signature)
  checkAge(signedAt, config.now(), config.tolerance)
  return { event: await parseEvent({ rawBody, timestamp }), keyIndex }
}

/** Every key is tried, also after a match, so that the time taken does not tell which one it was. */
async function findKey(
  apiKeys: readonly string[],
  signed: SignedBody,
  signature: Uint8Array,
): Promise<number> {
  const digests = await Promise.all(apiKeys.map((apiKey) => hmac(apiKey, signed)))
  const keyIndex = digests.map((digest) => equalDigests(digest, signature)).indexOf(true)
  if (keyIndex !== -1) return keyIndex
  throw new ScalapayWebhookError('The signature does not match the body.', {
    reason: 'bad-signature',
    hint: await diagnose({ ...signed, signature, apiKeys }),
  })
}

function requireSignature(headers: WebhookHeaderSource): Uint8Array {
  const header = requireHeader(headers, SIGNATURE_HEADER, 'missing-signature')
  const signature = parseSignature(header)
  if (signature !== undefined) return signature
  throw new ScalapayWebhookError('The signature header is not 64 hexadecimal digits.', {
    reason: 'malformed-header',
    hint: 'Scalapay sends an HMAC-SHA-256 in hexadecimal. Look at what is between Scalapay and this server.',
  })
}

function requireHeader(
  headers: WebhookHeaderSource,
  name: string,
  reason: 'missing-signature' | 'missing-timestamp',
): string {
  const value = readHeader(headers, name)
  if (value !== undefined) return value
  throw new ScalapayWebhookError(`The header ${name} is missing.`, {
    reason,
    hint: 'Scalapay sends it with every delivery. If this is one, something on the way removed it.',
  })
}
