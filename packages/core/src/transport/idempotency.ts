import { sha256 } from '#crypto'

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
 * @param body as it goes out, see `toWireBody`: the same for equal inputs
 * @param generation 0, or how often this intent has been proven to have failed for good before
 */
export function deriveIdempotencyKey(
  intent: Intent,
  body: string | undefined,
  generation = 0,
): string | Promise<string> {
  const { operation, token = null, reference = null } = intent
  const head = JSON.stringify(['scalapay-kit/1', operation, token, reference]).slice(0, -1)
  const digest = sha256(`${head},${body ?? 'null'},${generation}]`)
  return typeof digest === 'string' ? formatAsUuid(digest) : digest.then(formatAsUuid)
}

/** A key for a call that cannot be told apart from others. */
export function randomIdempotencyKey(): string {
  return globalThis.crypto.randomUUID()
}

/**
 * Length and character set of a key are not documented. A UUID is what every service that takes keys accepts, so the
 * digest is written as one (version 8: "custom", RFC 9562).
 */
function formatAsUuid(digest: string): string {
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const [a, b, c] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16)]
  return `${a}-${b}-8${c}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
