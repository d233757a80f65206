const MAX_DEPTH = 4

/** Replaces every secret in a text by its last four characters. */
export function scrubText(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    if (secret !== '') clean = clean.replaceAll(secret, maskSecret(secret))
  }
  return clean
}

const NOT_IN_WORD = String.raw`(?:(?<![\p{L}\p{N}])|(?![\p{L}\p{N}]))`
const NO_WORD_ON = String.raw`(?:(?![\p{L}\p{N}])|(?<![\p{L}\p{N}]))`

/**
 * A text without these words: whole ones only, so that a short name leaves the rest of a message alone. Whatever its case:
 * a server may write an address in small letters.
 */
export function withoutWords(text: string, words: readonly string[]): string {
  let clean = text
  // The longest first: a name may be a part of another one.
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    clean = clean.replace(new RegExp(NOT_IN_WORD + escaped + NO_WORD_ON, 'giu'), '[removed]')
  }
  return clean
}

/** The only form in which a key may be shown: its last four characters, and none of a very short one. */
export function maskSecret(secret: string): string {
  return `****${secret.length >= 12 ? secret.slice(-4) : ''}`
}

/** Whatever may be thrown: an error, also one of another realm (as under Jest), or an object of any shape. */
interface ErrorLike {
  name?: unknown
  message?: unknown
  stack?: unknown
  cause?: unknown
  errors?: unknown
}

/**
 * A copy of an error that is safe to attach as `cause`: name, message, code and stack, without secrets and without the
 * properties that transports hang on their errors (requests, headers, certificates). Never throws.
 */
export function scrubCause(
  cause: unknown,
  secrets: readonly string[],
  depth = 0,
): Error | undefined {
  if (cause === undefined || cause === null || depth >= MAX_DEPTH) return undefined
  if (typeof cause !== 'object') return new Error(scrubText(String(cause), secrets))
  const { name, message, stack, cause: below, errors }: ErrorLike = cause
  const inner = scrubCause(below ?? firstOf(errors), secrets, depth + 1)
  const copy = new Error(
    typeof message === 'string' ? scrubText(message, secrets) : 'no message',
    inner === undefined ? undefined : { cause: inner },
  )
  if (typeof name === 'string') copy.name = scrubText(name, secrets)
  if (typeof stack === 'string') copy.stack = scrubText(stack, secrets)
  const code = errorCodeOf(cause)
  return code === undefined ? copy : Object.assign(copy, { code: scrubText(code, secrets) })
}

/** The `code` of a Node or undici error, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? errors[0] : undefined
}
