import { isIP } from 'node:net'

/** What a TLS server needs, and what its clients need to trust it; all of it PEM. */
export interface Certificate {
  readonly key: string
  /** With the CA behind it, for clients that want the whole chain. */
  readonly cert: string
  /** The certificate of the CA that signed it. Its key is forgotten, so nobody can sign with it again. */
  readonly ca: string
}

const DAY_MS = 86_400_000

/** Longer than any test run, shorter than what browsers refuse. */
const LIFE_DAYS = 90

function alternativeName(name: string) {
  return isIP(name) === 0 ? ({ type: 2, value: name } as const) : ({ type: 7, ip: name } as const)
}

/**
 * Makes a CA and a certificate that it has signed, for this machine's usual names and the host given.
 *
 * @param now epoch milliseconds of real time: clients compare with their own clock
 */
export async function createCertificate(host: string, now: number): Promise<Certificate> {
  // Loaded only when it is asked for: it takes longer than the rest of the start.
  const { generate } = await import('selfsigned')
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    // Clocks of containers and virtual machines differ a little.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + LIFE_DAYS * DAY_MS),
  } as const
  const authority = await generate(
    [{ name: 'commonName', value: `scalapay-kit emulator CA ${now}` }],
    {
      ...common,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  )
  const names = [...new Set(['localhost', '127.0.0.1', '::1', host])]
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(alternativeName) },
    ],
  })
  return { key: server.private, cert: `${server.cert}\n${authority.cert}`, ca: authority.cert }
}
