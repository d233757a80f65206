import { createHmac } from 'node:crypto'

/** The two headers that make a delivery genuine (Scalapay docs). */
export interface SignatureHeaders {
  /** 64 lower-case hexadecimal digits. */
  readonly 'x-scalapay-hmac-v1': string
  /** When it was signed: epoch milliseconds in decimal. */
  readonly 'x-scalapay-timestamp': string
}

/**
 * Signs the bytes of a body with HMAC-SHA-256 of `V1:` + timestamp + `:` + body.
 *
 * Written without a look at the client's code, so that the two cannot share a mistake: the vectors judge both.
 *
 * @param timestamp epoch milliseconds
 */
export function signatureOf(key: string, timestamp: number, body: Uint8Array): SignatureHeaders {
  const digest = createHmac('sha256', Buffer.from(key, 'utf8'))
    .update(`V1:${timestamp}:`, 'utf8')
    .update(body)
    .digest('hex')
  return { 'x-scalapay-hmac-v1': digest, 'x-scalapay-timestamp': String(timestamp) }
}
