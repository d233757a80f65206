import { Agent } from 'node:https'
import { rootCertificates } from 'node:tls'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Scalapay } from '../../src/index.js'
import { createAuthority, createCertificate, type Identity } from '../support/certificates.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { startTlsServer } from '../support/tls-server.js'
import { runChild } from './child.js'

const authority = await createAuthority('A private authority')
const stranger = await createAuthority('Another private authority')
const good = await createCertificate({ hosts: ['localhost'], signedBy: authority })
const selfSigned = await createCertificate({ hosts: ['localhost'] })
const wrongHost = await createCertificate({ hosts: ['shop.example'], signedBy: authority })
const expired = await createCertificate({
  hosts: ['localhost'],
  signedBy: authority,
  expires: new Date('2020-01-01T00:00:00Z'),
})

interface BadServer {
  what: string
  identity: Identity
  ca: string | undefined
  message: string
}

const bad: BadServer[] = [
  {
    what: 'that it signed itself',
    identity: selfSigned,
    ca: undefined,
    message: 'comes from an authority that is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)',
  },
  {
    what: 'of an unknown authority',
    identity: good,
    ca: undefined,
    message: 'comes from an authority that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  },
  {
    what: 'of another authority than the private one given',
    identity: good,
    ca: stranger.cert,
    message: 'comes from an authority that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  },
  {
    what: 'for another host name',
    identity: wrongHost,
    ca: authority.cert,
    message: 'was refused (ERR_TLS_CERT_ALTNAME_INVALID)',
  },
  {
    what: 'that has expired',
    identity: expired,
    ca: authority.cert,
    message: 'was refused (CERT_HAS_EXPIRED)',
  },
]

it.each(bad)('refuses a certificate $what, and says so', async ({ identity, ca, message }) => {
  const server = await startTlsServer(identity)
  const client = clientFor(server.url, ca === undefined ? {} : { tls: { ca } })
  const error = await failureOf(client.payments.capture({ token: 'T1' }))
  expect(error).toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'not-sent',
    retryable: false,
    attempts: 1,
  })
  expect(error.message).toContain(message)
  expect(error.hint).toContain('Verification cannot be switched off')
  expect(server.versions).toEqual([])
})

it('verifies certificates although the environment switches verification off', async () => {
  const server = await startTlsServer(selfSigned)
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const { bare, client } = await runChild(server.url, { env })
  // The control: the variable does work in this very process.
  expect(bare).toEqual({ status: 200, protocol: 'TLSv1.3' })
  expect(client).toMatchObject({ name: 'ScalapayConnectionError', outcome: 'not-sent' })
  expect(server.versions).toEqual(['TLSv1.3'])
})

it.each([
  ['one PEM text', authority.cert],
  ['a list', [stranger.cert, authority.cert]],
])('accepts a private authority given as %s', async (_form, ca) => {
  const server = await startTlsServer(good)
  const order = await clientFor(server.url, { tls: { ca } }).orders.get('T1')
  expect(order.token).toBe('T1')
})

it('trusts the public authorities besides a private one', async () => {
  const server = await startTlsServer(good)
  const connect = vi.spyOn(Agent.prototype, 'createConnection')
  onTestFinished(() => connect.mockRestore())
  await clientFor(server.url, { tls: { ca: authority.cert } }).orders.get('T1')
  const [options] = connect.mock.calls[0] ?? []
  const trusted: unknown = Reflect.get(options ?? {}, 'ca')
  expect(trusted).toEqual(expect.arrayContaining([...rootCertificates, authority.cert]))
})

it.each([
  ['a file name', '/etc/ssl/certs/private.pem'],
  ['a list with a file name', [authority.cert, './private.pem']],
  ['a private key', good.key],
  ['empty text', ''],
  ['bytes', Buffer.from(authority.cert)],
  ['null', null],
])('refuses %s as a private authority at construction', (_what, ca) => {
  const tls = { ca: ca as string }
  const construct = () => new Scalapay({ apiKey: MARKER_KEY, environment: 'sandbox', tls })
  expect(construct).toThrow(
    'tls.ca: needs the text of PEM certificates (-----BEGIN CERTIFICATE-----), not the name of a file.',
  )
})
