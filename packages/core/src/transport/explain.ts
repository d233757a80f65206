import { codesOf } from './causes.js'

/** What a connection failure means for the person who reads it. */
export interface Explanation {
  what: string
  hint: string | undefined
  /** Whether it would be the same next time. */
  permanent: boolean
}

/** The code of our own error for an agent of the caller's that must not be used any more. */
export const UNSAFE_AGENT = 'ERR_UNSAFE_AGENT'

interface KnownFailure {
  codes: RegExp
  what: (host: string, code: string) => string
  hint: string
}

/** Failures that would be the same next time. The first whose codes fit counts. */
const LASTING: readonly KnownFailure[] = [
  {
    codes: new RegExp(`^${UNSAFE_AGENT}$`),
    what: (host) => `nothing was sent to ${host}, because the options of the agent have changed`,
    hint: 'The cause names the option. Leave the options of an agent alone once a client has it.',
  },
  {
    codes:
      /^(?:ERR_SSL_UNSUPPORTED_PROTOCOL|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_SSL_VERSION|ERR_SSL_VERSION_TOO_LOW|ERR_TLS_PROTOCOL_VERSION.*)$/,
    what: (host, code) =>
      `${host} offers no TLS version that is recent enough (${code}): TLS 1.2 or later is required`,
    hint: 'Check baseUrl and any proxy on the way: Scalapay itself speaks TLS 1.2 and 1.3.',
  },
  {
    codes: /^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST)$/,
    what: (host, code) => `${host} does not speak TLS on this port (${code})`,
    hint: 'Check the port and the scheme of baseUrl.',
  },
  {
    codes:
      /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED)$/,
    what: (host, code) =>
      `the certificate of ${host} comes from an authority that is not trusted (${code})`,
    hint: 'For a private authority, give its certificate in tls.ca. Verification cannot be switched off.',
  },
  {
    codes: /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_.*|.*_CERT|ERR_SSL_.*CERT.*)$/,
    what: (host, code) => `the certificate of ${host} was refused (${code})`,
    hint: 'Check baseUrl and the clock of this machine. Verification cannot be switched off.',
  },
]

const HINTS: ReadonlyMap<string, string> = new Map([
  [
    'ECONNREFUSED',
    'Nothing listens there. For the emulator, start it with: npx @scalapay-kit/emulator',
  ],
  ['ENOTFOUND', 'The host name is not known. Check baseUrl and DNS.'],
  ['EAI_AGAIN', 'The host name could not be looked up just now. Check DNS.'],
])

/** Names the cause of a failed exchange, from the code of the deepest error that has one. */
export function explain(cause: unknown, host: string): Explanation {
  const code = codesOf(cause).at(-1)
  const failed = `the connection to ${host} failed`
  if (code === undefined) return { what: failed, hint: undefined, permanent: false }
  const lasting = LASTING.find(({ codes }) => codes.test(code))
  if (lasting === undefined) {
    return { what: `${failed} (${code})`, hint: HINTS.get(code), permanent: false }
  }
  return { what: lasting.what(host, code), hint: lasting.hint, permanent: true }
}
