import { isIP } from 'node:net'
import { generate } from 'selfsigned'

/** A certificate and its private key, as PEM. */
export interface Identity {
  cert: string
  key: string
}

/** What a server's certificate says, and who signed it. */
export interface CertificateRequest {
  /** The host names and addresses that it is for. */
  hosts: readonly string[]
  /** Absent for one that signs itself. */
  signedBy?: Identity
  /** @default in a year */
  expires?: Date
}

const HOUR_MS = 3_600_000
const HOURS_A_YEAR = 365 * 24

/** A private authority, unknown to everybody. */
export async function createAuthority(name: string): Promise<Identity> {
  return toIdentity(
    await generate([{ name: 'commonName', value: name }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: hoursFromNow(-1),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    }),
  )
}

/** A server's certificate. */
export async function createCertificate(request: CertificateRequest): Promise<Identity> {
  const { hosts, signedBy, expires = hoursFromNow(HOURS_A_YEAR) } = request
  return toIdentity(
    await generate([{ name: 'commonName', value: hosts[0] ?? '' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Math.min(Date.now(), expires.getTime()) - HOUR_MS),
      notAfterDate: expires,
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: hosts.map(alternativeName) },
      ],
      ...(signedBy === undefined ? {} : { ca: signedBy }),
    }),
  )
}

function alternativeName(host: string) {
  return isIP(host) === 0 ? ({ type: 2, value: host } as const) : ({ type: 7, ip: host } as const)
}

function hoursFromNow(hours: number): Date {
  return new Date(Date.now() + hours * HOUR_MS)
}

function toIdentity(pems: { cert: string; private: string }): Identity {
  return { cert: pems.cert, key: pems.private }
}
