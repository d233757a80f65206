const MAX_DEPTH = 4

/** Replaces every secret in a text by its last four characters. */
export function scrubText(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    if (secret !== '') clean = clean.replaceAll(secret, maskSecret(secret))
  }
  return clean
}

/** The only form in which a key may be shown: its last four characters, and none of a very short one. */
export function maskSecret(secret: string): string {
  return `****${secret.length >= 12 ? secret.slice(-4) : ''}`
}

/**
 * A copy of an error that is safe to attach as `cause`: name, message, code and stack, without secrets and without the
 * properties that transports hang on their errors (requests, headers, certificates).
 */
export function scrubCause(
  cause: unknown,
  secrets: readonly string[],
  depth = 0,
): Error | undefined {
  if (cause === undefined || cause === null || depth >= MAX_DEPTH) return undefined
  if (!(cause instanceof Error)) return new Error(scrubText(String(cause), secrets))
  const inner = scrubCause(cause.cause ?? firstOf(cause), secrets, depth + 1)
  const copy = new Error(
    scrubText(cause.message, secrets),
    inner === undefined ? undefined : { cause: inner },
  )
  copy.name = scrubText(cause.name, secrets)
  if (cause.stack !== undefined) copy.stack = scrubText(cause.stack, secrets)
  const code = errorCodeOf(cause)
  return code === undefined ? copy : Object.assign(copy, { code: scrubText(code, secrets) })
}

/** The `code` of a Node or undici error, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined
}
