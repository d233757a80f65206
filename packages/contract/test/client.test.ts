import { eur, isScalapayError, responseOf, type Scalapay } from '@scalapay-kit/core'
import type { Emulator } from '@scalapay-kit/emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Booted, boot } from '../src/boot.js'
import { anOrder } from '../src/orders.js'

let booted: Booted
let client: Scalapay
let emulator: Emulator
beforeEach(async () => {
  booted = await boot()
  ;({ client, emulator } = booted)
})
afterEach(() => booted[Symbol.asyncDispose]())

describe('an order, from creation to refund', () => {
  it('creates, finds and reads an order', async () => {
    const { token, checkoutUrl } = await client.orders.create(anOrder('order-1'))
    expect(checkoutUrl).toBe(`${emulator.url}/checkout/${token}`)
    const found = await client.orders.find({ merchantOrderReference: 'order-1' })
    expect(found.map((row) => row.orderToken)).toEqual([token])
    const order = await client.orders.get(token)
    expect(order).toMatchObject({ token, totalAmount: eur('100.00') })
    expect(order.orderDetails?.totalAmount).toEqual(eur('100.00'))
  })

  it('stores references on an order', async () => {
    const { token } = await client.orders.create(anOrder('order-1'))
    await client.orders.update(token, {
      merchantReference: 'order-1',
      merchantProcessorReference: 'processor-7',
    })
    const [row] = await client.orders.find({ merchantProcessorReference: 'processor-7' })
    expect(row?.orderToken).toBe(token)
  })

  it('captures, and refunds in parts', async () => {
    const token = await booted.approvedOrder()
    expect(await client.payments.capture({ token })).toMatchObject({ status: 'APPROVED' })
    await client.payments.refund(token, { refundAmount: eur('60.00') })
    await client.payments.refund(token, { refundAmount: eur('40.00') })
    expect(booted.movements()).toEqual([
      ['capture', 10_000],
      ['refund', 6_000],
      ['refund', 4_000],
    ])
  })

  it('delays, and voids instead of capturing', async () => {
    const token = await booted.approvedOrder()
    expect(await client.payments.delay(token)).toMatchObject({ status: 'AUTHORIZED' })
    expect(await client.payments.void(token)).toMatchObject({ token })
    expect(emulator.control.order(token)).toMatchObject({ capturedInCents: 0 })
  })
})

describe('S15 lost create answer', () => {
  it('gives one order, whose token the repetition finds', async () => {
    emulator.control.faults.add({
      match: { operation: 'createOrder', times: 1 },
      effect: { reset: 'after' },
    })
    const { token } = await client.orders.create(anOrder('order-1'))
    expect(emulator.control.orders().map((order) => order.token)).toEqual([token])
    expect(booted.callsOf('createOrder')).toBe(2)
  })
})

describe('S16 lost capture answer', () => {
  it('captures once although every answer of the first process is lost', async () => {
    const token = await booted.approvedOrder()
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 3 },
      effect: { reset: 'after' },
    })
    await expect(client.payments.capture({ token })).rejects.toMatchObject({
      name: 'ScalapayConnectionError',
      outcome: 'unknown',
      attempts: 3,
    })
    const afterRestart = booted.connect()
    const captured = await afterRestart.payments.capture({ token })
    expect(responseOf(captured).idempotencyReplayed).toBe(true)
    expect(booted.movements()).toEqual([['capture', 10_000]])
  })
})

describe('S17 lost refund answer', () => {
  it('refunds once when the operator clicks again', async () => {
    const token = await booted.approvedOrder()
    await client.payments.capture({ token })
    emulator.control.faults.add({
      match: { operation: 'refundPayment', times: 1 },
      effect: { reset: 'after' },
    })
    const refund = { refundAmount: eur('25.00'), merchantRefundReference: 'return-1' }
    const once = { maxAttempts: 1 }
    await expect(client.payments.refund(token, refund, once)).rejects.toMatchObject({
      outcome: 'unknown',
    })
    await booted.connect().payments.refund(token, refund)
    expect(booted.movements()).toEqual([
      ['capture', 10_000],
      ['refund', 2_500],
    ])
  })

  it('refunds twice under two references', async () => {
    const token = await booted.approvedOrder()
    await client.payments.capture({ token })
    for (const merchantRefundReference of ['return-1', 'return-2']) {
      await client.payments.refund(token, { refundAmount: eur('25.00'), merchantRefundReference })
    }
    expect(booted.movements().slice(1)).toEqual([
      ['refund', 2_500],
      ['refund', 2_500],
    ])
  })
})

describe('S19 another operation in progress', () => {
  it('waits, repeats with the same key and captures once', async () => {
    const token = await booted.approvedOrder()
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 1 },
      effect: { answer: 'conflict-409' },
    })
    const captured = await client.payments.capture({ token })
    expect(responseOf(captured).attempts).toBe(2)
    expect(booted.movements()).toEqual([['capture', 10_000]])
  })
})

describe('errors of the real shapes', () => {
  it('S21 explains a key of another environment', async () => {
    const stranger = booted.connect({ apiKey: 'not-the-key-of-this-emulator' })
    await expect(stranger.orders.get('ANYTOKEN12')).rejects.toMatchObject({
      name: 'ScalapayAuthenticationError',
      outcome: 'rejected',
      message: expect.stringContaining('environment'),
    })
  })

  it('S23 names the fields that were refused', async () => {
    const order = anOrder('order-1')
    const wrong = { ...order, shipping: { ...order.shipping, countryCode: 'ITA' } }
    const error: unknown = await client.orders.create(wrong).catch((caught: unknown) => caught)
    expect(isScalapayError(error) && error.toJSON()).toMatchObject({
      name: 'ScalapayRequestError',
      errorCode: 'api_validationerror',
      validationErrors: [{ path: ['shipping', 'countryCode'], types: ['string.length'] }],
    })
  })

  it.each([
    ['html-502', { answer: 'html-502' }],
    ['empty-body', { body: 'empty-body' }],
    ['malformed-json', { body: 'malformed-json' }],
    ['truncate', { body: 'truncate' }],
    ['no-message', { answer: 'no-message' }],
  ] as const)('S24 turns %s into a ScalapayServerError', async (_name, effect) => {
    const token = await booted.approvedOrder()
    emulator.control.faults.add({ match: { operation: 'getOrder' }, effect })
    await expect(client.orders.get(token)).rejects.toMatchObject({
      name: 'ScalapayServerError',
      outcome: 'unknown',
      attempts: 3,
    })
  })
})
