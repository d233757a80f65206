// @ts-check
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generate } from 'selfsigned'

/**
 * Makes a certificate for localhost, which every contender trusts by `NODE_EXTRA_CA_CERTS`.
 *
 * @returns {Promise<{ folder: string, key: string, cert: string }>} files, in a folder to remove when all is over
 */
export async function makeCertificate() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'scalapay-kit-bench-'))
  const files = { folder, key: path.join(folder, 'key.pem'), cert: path.join(folder, 'cert.pem') }
  writeFileSync(files.key, key)
  writeFileSync(files.cert, cert)
  return files
}
