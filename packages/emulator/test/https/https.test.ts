import { X509Certificate } from 'node:crypto'
import { get } from 'node:https'
import { rootCertificates } from 'node:tls'
import { expect, it } from 'vitest'
import { createCertificate } from '../../src/https/certificate.js'
import { runEmulator } from '../support/emulator.js'

/** Status and body of a page, or the code of the error. */
function fetchTrusting(
  url: string,
  ca: string | readonly string[],
): Promise<[number, string] | string> {
  return new Promise((resolve) => {
    const request = get(url, { ca: [ca].flat() }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += String(chunk)
      })
      response.on('end', () => resolve([response.statusCode ?? 0, text]))
    })
    request.on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
  })
}

it('is trusted by those who trust its CA, by every name of this machine', async () => {
  const { url, ca = '' } = await runEmulator({ https: true })
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  for (const origin of [url, url.replace('127.0.0.1', 'localhost')]) {
    expect(await fetchTrusting(`${origin}/_emulator/ledger`, ca)).toEqual([200, '[]'])
  }
})

it('is refused by those who do not', async () => {
  const { url } = await runEmulator({ https: true })
  expect(await fetchTrusting(`${url}/_emulator/ledger`, rootCertificates)).toBe(
    'SELF_SIGNED_CERT_IN_CHAIN',
  )
})

it('gives its CA to those who cannot read it from the start', async () => {
  const { url, ca = '' } = await runEmulator({ https: true })
  expect(await fetchTrusting(`${url}/_emulator/ca.pem`, ca)).toEqual([200, ca])
})

it('names itself by an address that begins with https', async () => {
  const { url, ca = '' } = await runEmulator({ https: true })
  const [status, page] = await fetchTrusting(`${url}/`, ca)
  expect([status, String(page).includes(`<code>${url}</code>`)]).toEqual([200, true])
})

it('speaks plain HTTP and has no CA unless told otherwise', async () => {
  const emulator = await runEmulator()
  expect([emulator.url.split(':')[0], emulator.ca]).toEqual(['http', undefined])
  expect((await emulator.get('/_emulator/ca.pem')).status).toBe(404)
})

it('makes a certificate for the host that it listens on, valid now and not for long', async () => {
  const now = Date.UTC(2026, 10, 23)
  const { cert, ca } = await createCertificate('192.168.1.5', now)
  const [server, authority] = [new X509Certificate(cert), new X509Certificate(ca)]
  expect(server.checkIP('192.168.1.5')).toBe('192.168.1.5')
  expect([server.checkIssued(authority), server.ca, authority.ca]).toEqual([true, false, true])
  expect([server.validFrom, server.validTo]).toEqual([
    'Nov 22 00:00:00 2026 GMT',
    'Feb 21 00:00:00 2027 GMT',
  ])
})
