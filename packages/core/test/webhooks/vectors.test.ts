import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook } from '../../src/webhooks.js'

const DOCUMENTED = '{"payload":"payload"}'
const CHARGED =
  '{"merchantReference":"merchantOrder-1234","totalAmount":40.7,"status":"charged","orderToken":"21KLT3YDWT"}'

/** Digests computed with another implementation and cross-checked with a second one. */
const vectors = [
  {
    title: 'the documented sample',
    apiKey: 'api-key',
    timestamp: 1234567890123,
    rawBody: DOCUMENTED,
    digest: '8f3d7db436b8301da12cf32acd3d5f1356c1569c3d0a2679d4bd82d3b88d9a94',
  },
  {
    title: 'the documented sample under the key of the PHP and Python pages',
    apiKey: 'api_key',
    timestamp: 1234567890123,
    rawBody: DOCUMENTED,
    digest: '1c9b245f89f458d992c1681c60388e0bda17335de5492f23547a0f9de5bf5969',
  },
  {
    title: 'a charged event under the public test key',
    apiKey: 'qhtfs87hjnc12kkos',
    timestamp: 1717426800000,
    rawBody: CHARGED,
    digest: '5e046e0820222c3874bb025501780fa6b7d4329126fc942789e2988d319f0b46',
  },
  {
    title: 'the same event with an amount written 40.70',
    apiKey: 'qhtfs87hjnc12kkos',
    timestamp: 1717426800000,
    rawBody: CHARGED.replace('40.7', '40.70'),
    digest: '6a81a1cbf7ccf9e11be3adfa0135038b94fa866eeadfda5b3fb46449b0d1a601',
  },
  {
    title: 'a body with UTF-8 and a slash',
    apiKey: 'qhtfs87hjnc12kkos',
    timestamp: 1717426800000,
    rawBody:
      '{"merchantReference":"ordine-è/1","totalAmount":40.7,"status":"authorized","orderToken":"21KLT3YDWT"}',
    digest: '40d47a528d3b5291552cee1fb556aa8788408fe751388c73e6c0acd4c45b7fb0',
  },
]

describe('signWebhook', () => {
  it.each(vectors)('signs $title', async ({ apiKey, timestamp, rawBody, digest }) => {
    expect(await signWebhook({ apiKey, timestamp, rawBody })).toEqual({
      'x-scalapay-hmac-v1': digest,
      'x-scalapay-timestamp': String(timestamp),
    })
  })
})

describe('verifyWebhook', () => {
  it.each([
    {
      title: 'a digest over a lower-case v1 prefix',
      digest: '97213bb916dc040bcb9f69578ec4f672a5717f409e9dcfa7bddf938a6fb94d6e',
    },
    {
      title: 'a digest over spaced JSON',
      digest: '91c83481534bdcf6a7351108bdada18724ae625cb47584e095606292f9edcb53',
    },
  ])('refuses $title', async ({ digest }) => {
    const headers = { 'x-scalapay-hmac-v1': digest, 'x-scalapay-timestamp': '1234567890123' }
    const options = { apiKeys: 'api-key', now: () => 1234567890123 }
    await expect(verifyWebhook({ rawBody: DOCUMENTED, headers }, options)).rejects.toMatchObject({
      name: 'ScalapayWebhookError',
      reason: 'bad-signature',
    })
  })
})
