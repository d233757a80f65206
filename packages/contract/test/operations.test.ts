import { eur, type Report } from '@scalapay-kit/core'
import { describe, expect, it } from 'vitest'
import { type Booted, boot } from '../src/client/boot.js'
import { tillOrder } from '../src/client/till-order.js'

const DAY_MS = 86_400_000
const IN_2026 = { startDate: '2026-01-01', endDate: '2026-12-31' }

async function rowsOf<Row>(report: Report<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of report) rows.push(row)
  return rows
}

async function aCapturedOrder(booted: Booted, merchantReference: string): Promise<string> {
  const token = await booted.approvedOrder(merchantReference)
  await booted.client.payments.capture({ token })
  return token
}

describe('at the till', () => {
  it('charges, finds, reads and refunds an order', async () => {
    await using booted = await boot()
    const { client } = booted
    const { token, status } = await client.inStore.create(tillOrder)
    expect(status).toBe('charged')
    const [found] = await client.inStore.find({ merchantOrderReference: 'till-order-1' })
    expect(found?.orderToken).toBe(token)
    expect(await client.inStore.get(token)).toMatchObject({ token, status: 'charged' })
    const refund = { requestId: 'r', merchantOperatorId: 'o', refundAmount: eur('5.00') }
    expect(await client.inStore.refund(token, refund)).toMatchObject({ refundAmount: eur('5.00') })
    expect(booted.movements()).toEqual([
      ['capture', 2_500],
      ['refund', 500],
    ])
  })

  it('makes a link, and withdraws it', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    const link = { totalAmount: eur('25.00'), type: 'link', merchantReference: 'link-1' }
    const { token, checkoutUrl } = await client.payByLink.create(link)
    expect(checkoutUrl).toBe(`${emulator.url}/checkout/${token}`)
    expect(await client.payByLink.void(token)).toMatchObject({ token })
  })
})

describe('several captures of one order', () => {
  it('lowers the total, and closes with what was captured', async () => {
    await using booted = await boot()
    const { client } = booted
    const token = await booted.approvedOrder()
    await client.payments.delay(token)
    await client.multiCapture.capture(token, { amount: eur('40.00') })
    const lowered = await client.multiCapture.refund(token, { refundAmount: eur('20.00') })
    expect(lowered).toMatchObject({ totalAmount: eur('80.00') })
    expect(await client.multiCapture.void(token)).toMatchObject({ token })
  })
})

describe('reports', () => {
  it('list orders, refunds and payouts with what they settle', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    for (const reference of ['order-1', 'order-2', 'order-3'])
      await aCapturedOrder(booted, reference)
    const token = await aCapturedOrder(booted, 'order-4')
    await client.payments.refund(token, { refundAmount: eur('25.00') })
    await emulator.control.clock.advance(DAY_MS)
    const { reporting } = client

    const orders = await rowsOf(reporting.orders({ ...IN_2026, size: 2 }))
    expect(orders.map((row) => row.merchantReference).sort()).toEqual([
      'order-1',
      'order-2',
      'order-3',
      'order-4',
    ])
    expect(await rowsOf(reporting.refunds(IN_2026))).toHaveLength(1)
    const [payout] = await rowsOf(reporting.payouts(IN_2026))
    const payoutToken = payout?.merchantPayoutToken ?? ''
    expect(await rowsOf(reporting.payoutOrders(payoutToken, { size: 3 }))).toHaveLength(4)
    expect(await rowsOf(reporting.payoutRefunds(payoutToken))).toHaveLength(1)
  })

  it('list disputes', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    const token = await aCapturedOrder(booted, 'order-1')
    emulator.control.disputes.open(token)
    const disputes = await rowsOf(client.reporting.disputes(IN_2026))
    expect(disputes).toMatchObject([{ orderToken: token, disputeStatus: 'open' }])
  })

  it('refuse days in the wrong order with the documented answer', async () => {
    await using booted = await boot()
    const { client } = booted
    const period = { startDate: '2026-02-01', endDate: '2026-01-01' }
    await expect(rowsOf(client.reporting.orders(period))).rejects.toMatchObject({
      errorCode: 'pre_condition_failed',
      message: 'startDate cannot be greater than endDate',
    })
  })
})

describe('configurations', () => {
  it('name the products and their limits', async () => {
    await using booted = await boot()
    const { client } = booted
    const [product] = await client.configurations.get()
    expect(product?.configuration?.maximumAmount).toEqual(eur('2000.00'))
  })
})
