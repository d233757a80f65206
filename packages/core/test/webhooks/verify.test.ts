import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { isScalapayError, ScalapayError } from '../../src/index.js'
import { type Delivery, verifyWebhook } from '../../src/webhooks.js'
import { bodyOf, delivery, KEY, NOW, refusalOf } from './deliveries.js'

const options = { apiKeys: KEY, now: () => NOW }
const text = bodyOf('charged')
const bytes = new TextEncoder().encode(text)

describe('verifyWebhook', () => {
  const inTheMiddle = new Uint8Array([0, 0, ...bytes, 0]).subarray(2, -1)

  it.each<[string, unknown]>([
    ['text', text],
    ['a Buffer', Buffer.from(text)],
    ['a Uint8Array', bytes],
    ['a part of a larger array', inTheMiddle],
    ['an ArrayBuffer', bytes.buffer],
    ['a DataView', new DataView(bytes.buffer)],
    ['bytes of another realm', runInNewContext(`new Uint8Array([${bytes}])`)],
    ['an ArrayBuffer of another realm', runInNewContext(`new Uint8Array([${bytes}]).buffer`)],
  ])('takes the body as %s', async (_form, rawBody) => {
    const { headers } = await delivery(text)
    const verified = await verifyWebhook({ rawBody, headers } as Delivery, options)
    expect(verified).toMatchObject({ keyIndex: 0, event: { status: 'charged', orderToken: 'T1' } })
  })

  it('is not disturbed by a server that uses its buffer again', async () => {
    const rawBody = Buffer.from(text)
    const { headers } = await delivery(text)
    const verified = verifyWebhook({ rawBody, headers }, options)
    rawBody.fill(0)
    expect((await verified).event.orderToken).toBe('T1')
  })

  it.each<[reason: string, change: Partial<Record<keyof Delivery, unknown>>]>([
    ['body-already-parsed', { rawBody: JSON.parse(text) }],
    ['body-already-parsed', { rawBody: [text] }],
    ['body-already-parsed', { rawBody: 42 }],
    ['empty-body', { rawBody: undefined }],
    ['empty-body', { rawBody: null }],
    ['empty-body', { rawBody: '' }],
    ['empty-body', { rawBody: new Uint8Array() }],
    ['body-too-large', { rawBody: 'x'.repeat(1024 * 1024 + 1) }],
    ['bad-signature', { rawBody: 'x'.repeat(1024 * 1024) }],
    ['bad-signature', { rawBody: `${text} ` }],
    ['bad-signature', { rawBody: text.replace('T1', 'T2') }],
    ['missing-signature', { headers: {} }],
    ['missing-signature', { headers: undefined }],
  ])('refuses with %s: %j', async (reason, change) => {
    const changed = { ...(await delivery(text)), ...change } as Delivery
    expect(await refusalOf(verifyWebhook(changed, options))).toMatchObject({ reason })
  })

  it('S33 raw body missing: names the fix for each framework when the body was parsed before', async () => {
    const parsed = { ...(await delivery(text)), rawBody: JSON.parse(text) } as Delivery
    const { hint } = await refusalOf(verifyWebhook(parsed, options))
    for (const fix of ['rawBody: true', 'parseAs: "buffer"', 'readRawBody(event, false)']) {
      expect(hint).toContain(fix)
    }
  })

  it.each([
    ['nothing', ''],
    ['no object', '"charged"'],
    ['no object', 'null'],
    ['a list', '[{"status":"charged","orderToken":"T1"}]'],
    ['no JSON', '{"status":"charged","orderToken":"T1"'],
    ['no status', '{"orderToken":"T1"}'],
    ['no order token', '{"status":"charged"}'],
    ['an empty status', '{"status":"","orderToken":"T1"}'],
    ['an empty order token', '{"status":"charged","orderToken":""}'],
    ['a status that is not text', '{"status":1,"orderToken":"T1"}'],
    ['a token that is not text', '{"status":"charged","orderToken":{"length":1}}'],
    ['its fields in the prototype', '{"__proto__":{"status":"charged","orderToken":"T1"}}'],
  ])('refuses a rightly signed body with %s: %s', async (_what, body) => {
    const { reason, hint } = await refusalOf(verifyWebhook(await delivery(body), options))
    expect(reason).toBe(body === '' ? 'empty-body' : 'malformed-body')
    expect(hint).toMatch(/\.$/)
  })

  it('verifies before it parses', async () => {
    const forged = await delivery('not JSON', { apiKey: 'another key' })
    expect(await refusalOf(verifyWebhook(forged, options))).toMatchObject({
      reason: 'bad-signature',
    })
  })

  it('tells a stale delivery from a forged one that is as old', async () => {
    const forged = await delivery(text, { apiKey: 'another key', timestamp: 0 })
    expect((await refusalOf(verifyWebhook(forged, options))).reason).toBe('bad-signature')
    const genuine = await delivery(text, { timestamp: 0 })
    expect((await refusalOf(verifyWebhook(genuine, options))).reason).toBe('stale')
  })
})

describe('S35 key rotation', () => {
  const both = { ...options, apiKeys: ['new key', 'old key'] }

  it.each([
    ['new key', 0],
    ['old key', 1],
  ])('accepts the %s, and says that it was number %i', async (apiKey, keyIndex) => {
    const signed = await delivery(text, { apiKey })
    expect((await verifyWebhook(signed, both)).keyIndex).toBe(keyIndex)
  })

  it('refuses the old key once it is removed', async () => {
    const signed = await delivery(text, { apiKey: 'old key' })
    const refusal = await refusalOf(verifyWebhook(signed, { ...options, apiKeys: ['new key'] }))
    expect(refusal.reason).toBe('bad-signature')
  })
})

describe('ScalapayWebhookError', () => {
  it('survives JSON with its reason and hint', async () => {
    const parsed = { ...(await delivery(text)), rawBody: {} } as unknown as Delivery
    const refusal = await refusalOf(verifyWebhook(parsed, options))
    expect(isScalapayError(refusal)).toBe(true)
    const revived = ScalapayError.fromJSON(JSON.parse(JSON.stringify(refusal)))
    expect(revived).toMatchObject({
      name: 'ScalapayWebhookError',
      reason: 'body-already-parsed',
      message: 'The body was parsed before it could be verified.',
      outcome: 'rejected',
      retryable: false,
      hint: refusal.hint,
    })
  })
})
