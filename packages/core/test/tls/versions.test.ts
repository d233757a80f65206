import type { SecureVersion } from 'node:tls'
import { expect, it } from 'vitest'
import { createCertificate, type Identity } from '../support/certificates.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'
import { startTlsServer } from '../support/tls-server.js'
import { runChild } from './child.js'

const identity: Identity = await createCertificate({ hosts: ['localhost'] })
const LOWERED = ['--tls-min-v1.0', '--tls-cipher-list=DEFAULT@SECLEVEL=0']

const accepted: SecureVersion[] = ['TLSv1.3', 'TLSv1.2']
const refused: SecureVersion[] = ['TLSv1.1', 'TLSv1']

it.each(accepted)('accepts a server that speaks %s only', async (version) => {
  const server = await startTlsServer(identity, { minVersion: version, maxVersion: version })
  const client = clientFor(server.url, { tls: { ca: identity.cert } })
  await client.orders.get('T1')
  expect(server.versions).toEqual([version])
})

it.each(refused)('refuses a server that speaks %s at most, and says why', async (version) => {
  const server = await startTlsServer(identity, { minVersion: 'TLSv1', maxVersion: version })
  const client = clientFor(server.url, { tls: { ca: identity.cert } })
  const error = await failureOf(client.orders.get('T1'))
  expect(error).toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'not-sent',
    retryable: false,
    attempts: 1,
  })
  expect(error.message).toContain('TLS 1.2 or later is required')
  expect(server.connections()).toBe(1)
  expect(server.versions).toEqual([])
})

it.each(refused)(
  'refuses %s in a process that was started with a lower minimum',
  async (version) => {
    const server = await startTlsServer(identity, { minVersion: 'TLSv1', maxVersion: version })
    const { bare, client } = await runChild(server.url, { flags: LOWERED, ca: identity.cert })
    // The control: this very process reaches this very server by other means.
    expect(bare).toEqual({ status: 200, protocol: version })
    expect(client).toMatchObject({
      name: 'ScalapayConnectionError',
      outcome: 'not-sent',
      attempts: 1,
      message: expect.stringContaining('TLS 1.2 or later is required'),
    })
    expect(server.versions).toEqual([version])
  },
)

it('names an ordinary HTTP server behind an https URL', async () => {
  const server = await startScript(json(200, {}))
  const client = clientFor(server.url.replace('http:', 'https:'))
  const error = await failureOf(client.orders.get('T1'))
  expect(error).toMatchObject({ outcome: 'not-sent', attempts: 1 })
  expect(error.message).toContain('does not speak TLS on this port')
  expect(server.seen).toEqual([])
})
