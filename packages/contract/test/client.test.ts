import { eur } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { describe, expect, it } from 'vitest'
import { boot } from '../src/client/boot.js'

describe('an order, from creation to refund', () => {
  it('creates, finds and reads an order', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    const { token, checkoutUrl } = await client.orders.create(sampleOrder())
    expect(checkoutUrl).toBe(`${emulator.url}/checkout/${token}`)
    const found = await client.orders.find({ merchantOrderReference: 'order-1' })
    expect(found.map((row) => row.orderToken)).toEqual([token])
    const order = await client.orders.get(token)
    expect(order).toMatchObject({ token, totalAmount: eur('100.00') })
    expect(order.orderDetails?.totalAmount).toEqual(eur('100.00'))
  })

  it('stores references on an order', async () => {
    await using booted = await boot()
    const { client } = booted
    const { token } = await client.orders.create(sampleOrder())
    await client.orders.update(token, {
      merchantReference: 'order-1',
      merchantProcessorReference: 'processor-7',
    })
    const [row] = await client.orders.find({ merchantProcessorReference: 'processor-7' })
    expect(row?.orderToken).toBe(token)
  })

  it('captures, and refunds in parts', async () => {
    await using booted = await boot()
    const { client } = booted
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
    await using booted = await boot()
    const { client, emulator } = booted
    const token = await booted.approvedOrder()
    expect(await client.payments.delay(token)).toMatchObject({ status: 'AUTHORIZED' })
    expect(await client.payments.void(token)).toMatchObject({ token })
    expect(emulator.control.order(token)).toMatchObject({ capturedInCents: 0 })
  })
})
