import { expect, it } from 'vitest'
import { signatureOf } from '../../src/webhooks/signature.js'

const digestOf = (key: string, timestamp: number, body: string) =>
  signatureOf(key, timestamp, Buffer.from(body, 'utf8'))['x-scalapay-hmac-v1']

const TEST_KEY = 'qhtfs87hjnc12kkos'
const charged = (amount: string) =>
  `{"merchantReference":"merchantOrder-1234","totalAmount":${amount},"status":"charged","orderToken":"21KLT3YDWT"}`

// Computed outside of this repository, cross-checked with OpenSSL; Scalapay's own sample is no real digest.
it.each([
  {
    name: "the documents' first sample key",
    key: 'api-key',
    timestamp: 1234567890123,
    body: '{"payload":"payload"}',
    digest: '8f3d7db436b8301da12cf32acd3d5f1356c1569c3d0a2679d4bd82d3b88d9a94',
  },
  {
    name: "the documents' other sample key",
    key: 'api_key',
    timestamp: 1234567890123,
    body: '{"payload":"payload"}',
    digest: '1c9b245f89f458d992c1681c60388e0bda17335de5492f23547a0f9de5bf5969',
  },
  {
    name: 'an event',
    key: TEST_KEY,
    timestamp: 1717426800000,
    body: charged('40.7'),
    digest: '5e046e0820222c3874bb025501780fa6b7d4329126fc942789e2988d319f0b46',
  },
  {
    name: 'the same event with a trailing zero',
    key: TEST_KEY,
    timestamp: 1717426800000,
    body: charged('40.70'),
    digest: '6a81a1cbf7ccf9e11be3adfa0135038b94fa866eeadfda5b3fb46449b0d1a601',
  },
  {
    name: 'letters outside of ASCII and a slash',
    key: TEST_KEY,
    timestamp: 1717426800000,
    body: '{"merchantReference":"ordine-è/1","totalAmount":40.7,"status":"authorized","orderToken":"21KLT3YDWT"}',
    digest: '40d47a528d3b5291552cee1fb556aa8788408fe751388c73e6c0acd4c45b7fb0',
  },
])('signs $name', ({ key, timestamp, body, digest }) => {
  expect(digestOf(key, timestamp, body)).toBe(digest)
})

it.each([
  ['a lower-case prefix', '97213bb916dc040bcb9f69578ec4f672a5717f409e9dcfa7bddf938a6fb94d6e'],
  ['spaced JSON', '91c83481534bdcf6a7351108bdada18724ae625cb47584e095606292f9edcb53'],
])('does not sign as with %s', (_case, digest) => {
  expect(digestOf('api-key', 1234567890123, '{"payload":"payload"}')).not.toBe(digest)
})

it('sends the time of signing as epoch milliseconds in decimal', () => {
  expect(signatureOf('k', 1717426800000, Buffer.from('{}'))['x-scalapay-timestamp']).toBe(
    '1717426800000',
  )
})
