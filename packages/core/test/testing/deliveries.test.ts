import { describe, expect, it } from 'vitest'
import { type SampleEvent, sampleBodies, signedDelivery } from '../../src/testing.js'
import { verifyWebhook } from '../../src/webhooks.js'
import { validatorFor } from '../openapi/description.js'

const apiKey = 'merchant-key-0001'
const NOW = Date.UTC(2024, 5, 3, 15)
const statuses = Object.keys(sampleBodies) as SampleEvent[]
const verified = (delivery: Awaited<ReturnType<typeof signedDelivery>>) =>
  verifyWebhook(delivery, { apiKeys: apiKey, now: () => NOW })

describe('sampleBodies', () => {
  it('has one for every status that Scalapay documents', () => {
    expect(statuses).toEqual(['created', 'authorized', 'charged', 'refunded', 'expired'])
  })

  it.each(statuses)('of %s is compact JSON as the API description has it', (status) => {
    const payload = JSON.parse(sampleBodies[status])
    const validate = validatorFor('#/components/schemas/WebhookEvent')
    expect(validate(payload), JSON.stringify(validate.errors)).toBe(true)
    expect(sampleBodies[status]).toBe(JSON.stringify(payload))
    expect(Object.keys(payload).slice(0, 4)).toEqual([
      'merchantReference',
      'totalAmount',
      'status',
      'orderToken',
    ])
  })

  it('of created has what the order was created with, its amounts as text', () => {
    const validate = validatorFor('#/components/schemas/OrderDetails')
    const { orderDetails } = JSON.parse(sampleBodies.created)
    expect(validate(orderDetails), JSON.stringify(validate.errors)).toBe(true)
    expect(orderDetails).toMatchObject({ totalAmount: { amount: '40.70', currency: 'EUR' } })
  })
})

describe('signedDelivery', () => {
  it.each(statuses)('makes a delivery of %s that is verified', async (status) => {
    const delivery = await signedDelivery(status, { apiKey, timestamp: NOW })
    expect(delivery).toMatchObject({ method: 'POST', rawBody: sampleBodies[status] })
    expect(delivery.headers).toMatchObject({ 'content-type': 'application/json' })
    expect((await verified(delivery)).event).toMatchObject({
      status,
      orderToken: '21KLT3YDWT',
      merchantReference: 'merchantOrder-1234',
      totalAmount: { amount: '40.70', currency: 'EUR' },
      signedAt: NOW,
    })
  })

  it('writes a payload as JSON', async () => {
    const payload = { status: 'disputed', orderToken: 'T1' }
    const delivery = await signedDelivery(payload, { apiKey, timestamp: NOW })
    expect((await verified(delivery)).event.payload).toEqual(payload)
  })

  it.each(['{"status":"charged", "orderToken":"T1"}', 'not JSON', ''])(
    'signs a body that is given as text as it is: %j',
    async (rawBody) => {
      const delivery = await signedDelivery('charged', { apiKey, timestamp: NOW, rawBody })
      expect(delivery.rawBody).toBe(rawBody)
      const refusal = await verified(delivery).catch((error) => error.reason)
      expect(refusal).not.toBe('bad-signature')
    },
  )

  it('is signed now unless told otherwise', async () => {
    const before = Date.now()
    const { headers } = await signedDelivery('charged', { apiKey })
    const signedAt = Number(headers['x-scalapay-timestamp'])
    expect(signedAt).toBeGreaterThanOrEqual(before)
    expect(signedAt).toBeLessThanOrEqual(Date.now())
  })

  it.each(['chargd', 'toString', ''])(
    'has no sample of %j, and says which there are',
    async (event) => {
      // @ts-expect-error a misspelt event is found before the test runs
      const delivery = signedDelivery(event, { apiKey })
      await expect(delivery).rejects.toMatchObject({
        name: 'ScalapayConfigError',
        message: `event: there is no sample of '${event}', only of created, authorized, charged, refunded, expired. Give any other payload as an object, or its text as rawBody.`,
      })
    },
  )

  it('needs a key', async () => {
    await expect(signedDelivery('charged', { apiKey: '' })).rejects.toThrow('apiKey: missing.')
  })
})
