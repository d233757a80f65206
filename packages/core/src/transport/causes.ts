import { errorCodeOf } from '../errors/scrub.js'

/** A chain of causes may be a circle. */
const MAX_CAUSES = 5

/** The codes of an error and of the errors below it, the outermost first. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = []
  let below = error
  for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
    if (typeof below !== 'object' || below === null) break
    const code = openSslCode(below) ?? errorCodeOf(below)
    if (code !== undefined) codes.push(code)
    below = 'cause' in below ? below.cause : undefined
  }
  return codes
}

/**
 * Node reports a handshake that fails under a pending write as `EPROTO`, with OpenSSL's reason in the message alone. The
 * code is made from it as Node does elsewhere: "unsupported protocol" is `ERR_SSL_UNSUPPORTED_PROTOCOL`.
 */
function openSslCode(error: object): string | undefined {
  if (errorCodeOf(error) !== 'EPROTO' || !(error instanceof Error)) return undefined
  const reason = /:SSL routines:[^:]*:([\w ]+)/.exec(error.message)?.[1]
  return reason === undefined
    ? undefined
    : `ERR_SSL_${reason.trim().toUpperCase().replaceAll(' ', '_')}`
}
