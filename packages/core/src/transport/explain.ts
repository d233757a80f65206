import { errorCodeOf } from '../errors/scrub.js'

/** What a connection failure means for the person who reads it. */
export interface Explanation {
  what: string
  hint: string | undefined
  /** Whether it would be the same next time. */
  permanent: boolean
}

const TLS_TOO_OLD =
  /^(?:ERR_SSL_UNSUPPORTED_PROTOCOL|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_SSL_VERSION|ERR_SSL_VERSION_TOO_LOW|ERR_TLS_PROTOCOL_VERSION.*)$/
const NOT_TLS =
  /^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST)$/
const UNKNOWN_AUTHORITY =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED)$/
const BAD_CERTIFICATE = /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_.*|.*_CERT|ERR_SSL_.*CERT.*)$/

/** Names the cause of a failed exchange, from the code of the error or of the errors below it. */
export function explain(cause: unknown, host: string): Explanation {
  const code = deepestCode(cause)
  if (code === undefined)
    return { what: `the connection to ${host} failed`, hint: undefined, permanent: false }
  const permanent = true
  if (TLS_TOO_OLD.test(code)) {
    const what = `${host} offers no TLS version that is recent enough (${code}): TLS 1.2 or later is required`
    return {
      what,
      hint: 'Check baseUrl and any proxy on the way: Scalapay itself speaks TLS 1.2 and 1.3.',
      permanent,
    }
  }
  if (NOT_TLS.test(code)) {
    const what = `${host} does not speak TLS on this port (${code})`
    return { what, hint: 'Check the port and the scheme of baseUrl.', permanent }
  }
  if (UNKNOWN_AUTHORITY.test(code)) {
    const what = `the certificate of ${host} comes from an authority that is not trusted (${code})`
    return {
      what,
      hint: 'For a private authority, give its certificate in tls.ca. Verification cannot be switched off.',
      permanent,
    }
  }
  if (BAD_CERTIFICATE.test(code)) {
    const what = `the certificate of ${host} was refused (${code})`
    return {
      what,
      hint: 'Check baseUrl and the clock of this machine. Verification cannot be switched off.',
      permanent,
    }
  }
  return { what: `the connection to ${host} failed (${code})`, hint: HINTS[code], permanent: false }
}

const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nothing listens there. For the emulator, start it with: npx @scalapay-kit/emulator',
  ENOTFOUND: 'The host name is not known. Check baseUrl and DNS.',
  EAI_AGAIN: 'The host name could not be looked up just now. Check DNS.',
}

function deepestCode(cause: unknown): string | undefined {
  let code: string | undefined
  for (
    let error = cause, depth = 0;
    typeof error === 'object' && error !== null && depth < 5;
    depth += 1
  ) {
    code = openSslCode(error) ?? errorCodeOf(error) ?? code
    error = 'cause' in error ? error.cause : undefined
  }
  return code
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
