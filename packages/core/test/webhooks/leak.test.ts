import { describe, expect, it } from 'vitest'
import {
  createWebhookReceiver,
  verifyWebhook,
  type WebhookReceiverOptions,
} from '../../src/webhooks.js'
import { leaksOf } from '../leak/expose.js'
import { MARKER_KEY } from '../support/clients.js'
import { days, delivery, NOW, receiver } from './deliveries.js'

const EMAIL = 'marker.shopper@leak.example'
const MARKERS = [MARKER_KEY, EMAIL]

const details = `"orderDetails":{"consumer":{"email":"${EMAIL}","surname":"${EMAIL}"}}`
const rightBody = `{"merchantReference":"${EMAIL}","status":"charged","orderToken":"T1",${details}}`
const signed = await delivery(rightBody, { apiKey: MARKER_KEY })
const headers = (changed: Record<string, unknown>) => ({ ...signed.headers, ...changed })
const sign = (body: string, timestamp = NOW) => delivery(body, { apiKey: MARKER_KEY, timestamp })

const deliveries: [reason: string, delivery: unknown, apiKeys?: string][] = [
  ['handled', signed],
  ['bad-signature', await delivery(rightBody, { apiKey: 'another key' })],
  ['bad-signature', { ...signed, rawBody: ` ${rightBody}` }],
  ['bad-signature', { ...signed, rawBody: rightBody.replace('T1', 'T2') }],
  ['bad-signature', signed, `${MARKER_KEY}x`],
  ['stale', await sign(rightBody, NOW - days(4))],
  ['from-the-future', await sign(rightBody, NOW + days(1))],
  ['missing-signature', { ...signed, headers: {} }],
  ['missing-timestamp', { ...signed, headers: headers({ 'x-scalapay-timestamp': '' }) }],
  ['malformed-header', { ...signed, headers: headers({ 'x-scalapay-timestamp': EMAIL }) }],
  ['malformed-header', { ...signed, headers: headers({ 'x-scalapay-hmac-v1': MARKER_KEY }) }],
  ['malformed-header', { ...signed, headers: headers({ 'X-Scalapay-Hmac-V1': EMAIL }) }],
  ['malformed-body', await sign(`"${EMAIL}"`)],
  ['malformed-body', await sign(`{"status":"charged","orderToken":"${EMAIL}`)],
  ['malformed-body', await sign(`{"status":"charged",${details}}`)],
  ['body-already-parsed', { ...signed, rawBody: JSON.parse(rightBody) }],
  ['empty-body', { ...signed, rawBody: '' }],
  ['body-too-large', { ...signed, rawBody: rightBody.repeat(10_000) }],
]

const leaks = (value: unknown) => MARKERS.flatMap((marker) => leaksOf(value, marker))

describe('no key and nothing of the shopper', () => {
  it.each(deliveries)('is in the answer, the report or the receiver: %s', async (...given) => {
    const [reason, sent, apiKeys = MARKER_KEY] = given
    const setup = receiver({ apiKeys, on: { '*': () => undefined } })
    const reply = await setup.receive(sent as never)
    expect(setup.reports).toMatchObject([{ reason }])
    expect(leaks(reply)).toEqual([])
    expect(leaks(setup.reports)).toEqual([])
    expect(leaks(setup.reports[0]?.error)).toEqual([])
    expect(leaks(setup)).toEqual([])
  })

  const options = { apiKeys: MARKER_KEY, now: () => NOW }

  it.each(deliveries.slice(1))('is in the error of verifyWebhook: %s', async (...given) => {
    const [reason, sent, apiKeys = MARKER_KEY] = given
    const error = await verifyWebhook(sent as never, { ...options, apiKeys }).catch((e) => e)
    expect(error).toMatchObject({ reason })
    expect(leaks(error)).toEqual([])
  })

  it.each([
    { apiKeys: [MARKER_KEY, ''] },
    { apiKeys: MARKER_KEY, toleranceMs: MARKER_KEY },
    { apiKeys: MARKER_KEY, on: { charged: EMAIL } },
  ])('is in the refusal of options: %j', (wrong) => {
    const make = () =>
      createWebhookReceiver({ on: {}, ...wrong } as unknown as WebhookReceiverOptions)
    let error: unknown
    try {
      make()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ name: 'ScalapayConfigError' })
    expect(leaks(error)).toEqual([])
  })

  it('is in what a store is asked for', async () => {
    const asked: unknown[] = []
    const note = async (...args: unknown[]) => {
      asked.push(args)
      return 'claimed' as const
    }
    const store = { claim: note, complete: async () => undefined, release: async () => undefined }
    const { receive } = receiver({ apiKeys: MARKER_KEY, store })
    await receive(signed)
    expect(asked).toHaveLength(1)
    expect(leaks(asked)).toEqual([])
  })
})
