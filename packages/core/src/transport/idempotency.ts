/** What makes two calls the same intent, although they come from two processes or two days. */
export interface Intent {
  operation: string
  /** The order's token, where there is one. */
  token?: string | undefined
  /** The caller's own reference of the intent; without one, calls cannot be told apart and the key is random. */
  reference: string | undefined
}

/**
 * The key of an intent. The same operation, token, reference and body give the same key on every machine, so that an
 * intent repeated after a crash is recognised by Scalapay; any change of the body gives another one.
 *
 * The recipe is frozen: a change would break the link between a call and its repetition across an upgrade.
 *
 * @param generation 0, or how often this intent has been proven to have failed for good before
 */
export async function deriveIdempotencyKey(
  intent: Intent,
  body: unknown,
  generation = 0,
): Promise<string> {
  const parts = [
    'scalapay-kit/1',
    intent.operation,
    intent.token ?? null,
    intent.reference,
    body ?? null,
    generation,
  ]
  const bytes = new TextEncoder().encode(canonicalJson(parts))
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes)
  return formatAsUuid(new Uint8Array(digest))
}

/** A key for a call that cannot be told apart from others. */
export function randomIdempotencyKey(): string {
  return globalThis.crypto.randomUUID()
}

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/**
 * Length and character set of a key are not documented. A UUID is what every service that takes keys accepts, so the
 * digest is written as one (version 8: "custom", RFC 9562).
 */
function formatAsUuid(digest: Uint8Array): string {
  const bytes = digest.slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
