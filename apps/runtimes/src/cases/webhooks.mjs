// @ts-check
import { isScalapayError, ScalapayError } from '@scalapay-kit/core'
import { sampleBodies, signedDelivery } from '@scalapay-kit/core/testing'
import { createWebhookReceiver, signWebhook, verifyWebhook } from '@scalapay-kit/core/webhooks'
import { equal, failureOf } from '../equal.mjs'

const apiKey = 'qhtfs87hjnc12kkos'
const timestamp = 1_717_426_800_000
const now = () => timestamp

/** Digests computed with other implementations than this one. */
const vectors = [
  {
    apiKey: 'api-key',
    timestamp: 1_234_567_890_123,
    rawBody: '{"payload":"payload"}',
    digest: '8f3d7db436b8301da12cf32acd3d5f1356c1569c3d0a2679d4bd82d3b88d9a94',
  },
  {
    apiKey,
    timestamp,
    rawBody:
      '{"merchantReference":"merchantOrder-1234","totalAmount":40.7,"status":"charged","orderToken":"21KLT3YDWT"}',
    digest: '5e046e0820222c3874bb025501780fa6b7d4329126fc942789e2988d319f0b46',
  },
  {
    apiKey,
    timestamp,
    rawBody:
      '{"merchantReference":"ordine-è/1","totalAmount":40.7,"status":"authorized","orderToken":"21KLT3YDWT"}',
    digest: '40d47a528d3b5291552cee1fb556aa8788408fe751388c73e6c0acd4c45b7fb0',
  },
]

/** @param {import('@scalapay-kit/core/testing').SignedDelivery} delivery @param {number} [at] */
const reasonOf = async (delivery, at = timestamp) => {
  const error = await failureOf(() => verifyWebhook(delivery, { apiKeys: apiKey, now: () => at }))
  if (!(error instanceof ScalapayError && isScalapayError(error))) throw error
  return /** @type {any} */ (error).reason
}

/** @type {import('../world.mjs').Cases} */
export const webhookCases = {
  'signs as the documented vectors say': async () => {
    const signatures = await Promise.all(vectors.map((vector) => signWebhook(vector)))
    equal(
      signatures.map((headers) => headers['x-scalapay-hmac-v1']),
      vectors.map(({ digest }) => digest),
    )
  },

  'verifies a delivery, as text and as bytes': async () => {
    const { headers, rawBody } = await signedDelivery('charged', { apiKey, timestamp })
    for (const body of [rawBody, new TextEncoder().encode(rawBody)]) {
      const options = { apiKeys: ['an-older-key', apiKey], now }
      const { event, keyIndex } = await verifyWebhook({ rawBody: body, headers }, options)
      equal([event.status, event.possiblyRepeated, keyIndex], ['charged', false, 1])
    }
  },

  "takes the runtime's own headers, in any case": async () => {
    const { headers, rawBody } = await signedDelivery('authorized', { apiKey, timestamp })
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    )
    for (const source of [new Headers({ ...headers }), upper]) {
      const { event } = await verifyWebhook({ rawBody, headers: source }, { apiKeys: apiKey, now })
      equal(event.status, 'authorized')
    }
  },

  'refuses what was changed, what is late, what is early and what was parsed': async () => {
    const delivery = await signedDelivery('charged', { apiKey, timestamp })
    equal(
      await reasonOf({ ...delivery, rawBody: delivery.rawBody.replace('40.7', '4.7') }),
      'bad-signature',
    )
    equal(await reasonOf(delivery, timestamp + 4 * 24 * 60 * 60 * 1000), 'stale')
    equal(await reasonOf(delivery, timestamp - 10 * 60 * 1000), 'from-the-future')
    const parsed = /** @type {any} */ (JSON.parse(delivery.rawBody))
    equal(await reasonOf({ ...delivery, rawBody: parsed }), 'body-already-parsed')
  },

  'answers deliveries: once handled, then a duplicate, and a stranger refused': async () => {
    /** @type {string[]} */
    const handled = []
    const receiver = createWebhookReceiver({
      apiKeys: apiKey,
      now,
      on: { charged: ({ orderToken }) => handled.push(orderToken) },
    })
    const delivery = await signedDelivery('charged', { apiKey, timestamp })
    const stranger = await signedDelivery('charged', { apiKey: 'another-key', timestamp })
    const statuses = []
    for (const each of [delivery, delivery, stranger]) {
      statuses.push((await receiver.receive(each)).status)
    }
    equal(statuses, [200, 200, 401])
    equal(handled.length, 1)
  },

  'asks for a delivery again whose handler failed': async () => {
    let runs = 0
    const charged = () => {
      runs += 1
      if (runs === 1) throw new Error('The database is down.')
    }
    const receiver = createWebhookReceiver({ apiKeys: apiKey, now, on: { charged } })
    const delivery = await signedDelivery('charged', { apiKey, timestamp })
    equal((await receiver.receive(delivery)).status, 503)
    equal((await receiver.receive(delivery)).status, 200)
    equal(runs, 2)
  },

  'reads every sample body': async () => {
    for (const status of Object.keys(sampleBodies)) {
      const sample = /** @type {keyof typeof sampleBodies} */ (status)
      const delivery = await signedDelivery(sample, { apiKey, timestamp })
      const { event } = await verifyWebhook(delivery, { apiKeys: apiKey, now })
      equal(event.status, sample)
    }
  },

  'verifies with the key of the client': async (world) => {
    const delivery = await signedDelivery('charged', { apiKey: world.settings.merchantKey })
    const { event } = await world.connect().webhooks.verify(delivery.rawBody, delivery.headers)
    equal(event.status, 'charged')
  },
}
