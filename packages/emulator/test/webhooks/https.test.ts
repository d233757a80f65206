import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type Certificate, createCertificate } from '../../src/https/certificate.js'
import { runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'
import { startProcessWith } from '../support/process.js'

/** A merchant's server that speaks TLS and acknowledges everything. */
async function runSecureReceiver({ key, cert }: Pick<Certificate, 'key' | 'cert'>) {
  const received: string[] = []
  const server = createServer({ key, cert }, async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    received.push(JSON.parse(body).status)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `https://127.0.0.1:${port}/webhooks/scalapay`, received }
}

it('delivers by TLS to a server whose CA it was started with', async () => {
  const certificate = await createCertificate('127.0.0.1', Date.now())
  const folder = await mkdtemp(join(tmpdir(), 'emulator-webhooks-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'ca.pem')
  await writeFile(file, certificate.ca)
  const { url: webhookUrl, received } = await runSecureReceiver(certificate)
  const trust = { NODE_EXTRA_CA_CERTS: file }
  const { child, url } = await startProcessWith(trust, '--port', '0', '--webhook-url', webhookUrl)
  onTestFinished(() => void child.kill())
  const body = JSON.stringify(documentedOrder)
  const headers = { authorization: 'Bearer qhtfs87hjnc12kkos' }
  expect((await fetch(`${url}/v2/orders`, { method: 'POST', headers, body })).status).toBe(200)
  await expect.poll(() => received).toEqual(['created'])
})

it.each([
  ['the whole chain', (cert: string) => cert],
  ['its own certificate alone', (cert: string) => cert.split(/(?=-----BEGIN)/)[0] ?? ''],
])(
  'does not deliver to a server that shows %s and is not trusted, and says what to do',
  async (_, shown) => {
    const { key, cert } = await createCertificate('127.0.0.1', Date.now())
    const { url: webhookUrl, received } = await runSecureReceiver({ key, cert: shown(cert) })
    const emulator = await runEmulator({ webhookUrl })
    await emulator.created()
    await emulator.control.webhooks.settled()
    expect(emulator.control.webhooks.list()[0]?.attempts.map(({ error }) => error)).toEqual([
      'the certificate is not trusted: give its CA to the emulator with NODE_EXTRA_CA_CERTS at the start',
    ])
    expect(received).toEqual([])
  },
)
