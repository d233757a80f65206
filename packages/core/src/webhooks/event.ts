import { sha256 } from '#crypto'
import { ScalapayWebhookError } from '../errors/webhook.js'
import type { components } from '../generated/api.js'
import { type Money, normalizeAmount } from '../money.js'

/** The statuses that Scalapay documents for webhooks. */
export const KNOWN_STATUSES = ['created', 'authorized', 'charged', 'refunded', 'expired'] as const

/** The documented statuses, and any other string: Scalapay announces that the list may grow. */
export type WebhookStatus = (typeof KNOWN_STATUSES)[number] | (string & {})

/** The body of a delivery as Scalapay sent it. Amounts may be numbers or text; fields may be added. */
export type WebhookPayload = components['schemas']['WebhookEvent']

/** A verified delivery. Read the order again before you act on money: the body may be older than the order. */
export interface WebhookEvent {
  /** The SHA-256 of the body, as Scalapay sends no event id. For `refunded`, with the timestamp behind it. */
  readonly id: string
  /** Lower case. */
  readonly status: WebhookStatus
  /** Which order it is about. Opaque. */
  readonly orderToken: string
  /** Your reference; null when the order has none. */
  readonly merchantReference: string | null
  /**
   * The order's total, in major units with two decimals. The body names no currency: EUR is an assumption. Absent when
   * the body has no amount that can be read.
   */
  readonly totalAmount: Money | undefined
  /** When it was signed: epoch milliseconds. Not when it happened. */
  readonly signedAt: number
  /**
   * Whether this may be a delivery of an event that was handled before: two partial refunds may have identical bodies, and
   * one that is signed anew cannot be told from another. Key refunds by your own reference.
   */
  readonly possiblyRepeated: boolean
  /** The body, parsed; everything that Scalapay sent. */
  readonly payload: WebhookPayload
}

/** A delivery whose signature and time were checked. */
export interface SignedBody {
  rawBody: Uint8Array
  /** The timestamp header as it came. */
  timestamp: string
}

/** What happens to an order once. `refunded` may come often, and of a status that is not known yet nothing is known. */
const ONCE_PER_ORDER: ReadonlySet<string> = new Set(['created', 'authorized', 'charged', 'expired'])

/**
 * Reads a body whose signature was verified.
 *
 * @throws ScalapayWebhookError when it is not a JSON object with a status and an order token
 */
export async function parseEvent({ rawBody, timestamp }: SignedBody): Promise<WebhookEvent> {
  const payload = parsePayload(rawBody)
  const { merchantReference } = payload
  const status = payload.status.toLowerCase()
  const possiblyRepeated = !ONCE_PER_ORDER.has(status)
  const digest = await sha256(rawBody)
  return {
    id: possiblyRepeated ? `${digest}:${timestamp}` : digest,
    status,
    orderToken: payload.orderToken,
    merchantReference: typeof merchantReference === 'string' ? merchantReference : null,
    totalAmount: readMoney(payload.totalAmount),
    signedAt: Number(timestamp),
    possiblyRepeated,
    payload,
  }
}

function parsePayload(rawBody: Uint8Array): WebhookPayload {
  const payload = parseJson(rawBody)
  if (isFilled(payload?.status) && isFilled(payload.orderToken)) return payload as WebhookPayload
  throw new ScalapayWebhookError('The body is not a JSON object with a status and an orderToken.', {
    reason: 'malformed-body',
    hint: 'It was rightly signed, so Scalapay may have changed the form of its deliveries. Look for a newer version of this package.',
  })
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parseJson(rawBody: Uint8Array): Partial<Record<keyof WebhookPayload, unknown>> | null {
  try {
    const text = decoder.decode(rawBody)
    const value: unknown = JSON.parse(text, withoutProto)
    return typeof value === 'object' ? value : null
  } catch {
    // What the parser says quotes the body, so it goes no further.
    return null
  }
}

/** Harmless here, but it would change prototypes wherever the payload is copied by assignment. */
function withoutProto(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

/** A bare number in the documentation, an object in one community test. */
function readMoney(total: unknown): Money | undefined {
  const { amount, currency }: { amount?: unknown; currency?: unknown } =
    typeof total === 'object' && total !== null ? total : { amount: total }
  const normalized = normalizeAmount(amount)
  if (normalized === undefined) return undefined
  return { amount: normalized, currency: isFilled(currency) ? currency : 'EUR' }
}
