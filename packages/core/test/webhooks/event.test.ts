import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../src/webhooks.js'
import { bodyOf, delivery, KEY, NOW } from './deliveries.js'

async function eventOf(rawBody: string | Uint8Array, timestamp = NOW) {
  const signed = await delivery(rawBody, { timestamp })
  return (await verifyWebhook(signed, { apiKeys: KEY, now: () => NOW })).event
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('an event', () => {
  it('has what Scalapay sent, read and as it was', async () => {
    const body = bodyOf('charged')
    expect(await eventOf(body, NOW - 5)).toEqual({
      id: sha256(body),
      status: 'charged',
      orderToken: 'T1',
      merchantReference: 'order-1',
      totalAmount: { amount: '40.70', currency: 'EUR' },
      signedAt: NOW - 5,
      possiblyRepeated: false,
      payload: JSON.parse(body),
    })
  })

  it.each(['Charged', 'CHARGED'])('has its status in lower case: %s', async (status) => {
    expect((await eventOf(bodyOf(status))).status).toBe('charged')
  })

  it('keeps fields that this version does not know', async () => {
    const { payload } = await eventOf('{"status":"charged","orderToken":"T1","new":{"a":[1]}}')
    expect(payload).toEqual({ status: 'charged', orderToken: 'T1', new: { a: [1] } })
  })

  it.each([
    ['"order-1"', 'order-1'],
    ['null', null],
    ['17', null],
  ])('with the reference %s has the reference %j', async (written, merchantReference) => {
    const body = `{"status":"charged","orderToken":"T1","merchantReference":${written}}`
    expect(await eventOf(body)).toMatchObject({ merchantReference })
  })

  it.each([
    ['40.7', { amount: '40.70', currency: 'EUR' }],
    ['40.70', { amount: '40.70', currency: 'EUR' }],
    ['40', { amount: '40.00', currency: 'EUR' }],
    ['"40.70"', { amount: '40.70', currency: 'EUR' }],
    ['"40,70"', { amount: '40.70', currency: 'EUR' }],
    ['{"amount":"40.70","currency":"EUR"}', { amount: '40.70', currency: 'EUR' }],
    ['{"amount":40.7,"currency":"GBP"}', { amount: '40.70', currency: 'GBP' }],
    ['{"amount":"40.70"}', { amount: '40.70', currency: 'EUR' }],
    ['{"amount":"40.70","currency":978}', { amount: '40.70', currency: 'EUR' }],
    ['{}', undefined],
    ['"a lot"', undefined],
    ['null', undefined],
    ['true', undefined],
  ])('with the amount %s has the amount %j', async (written, totalAmount) => {
    const body = `{"status":"charged","orderToken":"T1","totalAmount":${written}}`
    expect(await eventOf(body)).toHaveProperty('totalAmount', totalAmount)
  })

  it('with a byte order mark is read', async () => {
    expect((await eventOf(`\uFEFF${bodyOf('charged')}`)).orderToken).toBe('T1')
  })
})

describe('the id of an event', () => {
  it.each(['created', 'authorized', 'charged', 'expired'])(
    'is that of its body when it is %s, whenever it was signed',
    async (status) => {
      const body = bodyOf(status)
      for (const timestamp of [NOW, NOW - 1]) {
        expect(await eventOf(body, timestamp)).toMatchObject({
          id: sha256(body),
          possiblyRepeated: false,
        })
      }
    },
  )

  it.each(['refunded', 'REFUNDED', 'disputed'])(
    'is that of body and time when it is %s, and it may be a repetition',
    async (status) => {
      const body = bodyOf(status)
      for (const timestamp of [NOW, NOW - 1]) {
        expect(await eventOf(body, timestamp)).toMatchObject({
          id: `${sha256(body)}:${timestamp}`,
          possiblyRepeated: true,
        })
      }
    },
  )

  it('differs between statuses and between orders', async () => {
    const bodies = [bodyOf('charged'), bodyOf('authorized'), bodyOf('charged', 'T2')]
    const ids = await Promise.all(bodies.map(async (body) => (await eventOf(body)).id))
    expect(new Set(ids).size).toBe(3)
  })
})
