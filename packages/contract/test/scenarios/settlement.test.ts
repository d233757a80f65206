import { eur, explainTotals, type Report, splitMoney, sumMoney } from '@scalapay-kit/core'
import { sampleBodies, sampleOrder, signedDelivery } from '@scalapay-kit/core/testing'
import { describe, expect, it } from 'vitest'
import { type Booted, boot } from '../../src/client/boot.js'
import { expected } from '../../src/client/expected.js'

const DAY_MS = 86_400_000
const IN_2026 = { startDate: '2026-01-01', endDate: '2026-12-31' }
const ONE_CAPTURE = ['capture', 10_000]

async function aCapturedOrder(booted: Booted, merchantReference = 'order-1'): Promise<string> {
  const token = await booted.approvedOrder(merchantReference)
  await booted.client.payments.capture({ token })
  return token
}

async function rowsOf<Row>(report: Report<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of report) rows.push(row)
  return rows
}

describe('S44 capture at the limit', () => {
  /** A delayed order as a shop keeps it: with the end of its authorisation. */
  async function delayed({ client, approvedOrder }: Booted, merchantReference: string) {
    const token = await approvedOrder(merchantReference)
    const { authorizationExpiryAt = '' } = await client.payments.delay(token)
    return { token, expect: expected(merchantReference), endsAt: Date.parse(authorizationExpiryAt) }
  }

  it('a sweep captures, a day before the authorisation ends, what nobody has captured', async () => {
    await using booted = await boot()
    const { clock } = booted.emulator.control
    const kept = [await delayed(booted, 'order-1')]
    await clock.advance(2 * DAY_MS)
    kept.push(await delayed(booted, 'order-2'))
    const sweep = () => {
      const inADay = Date.parse(clock.now().now) + DAY_MS
      return booted.client.checkout.sweep(kept.filter(({ endsAt }) => endsAt <= inADay))
    }

    await clock.advance(2 * DAY_MS - 1)
    expect(await sweep()).toEqual([])
    await clock.advance(1)
    expect(await sweep()).toMatchObject([{ token: kept[0]?.token, outcome: 'captured' }])

    expect(booted.movements()).toEqual([ONE_CAPTURE])
  })

  it('is taken to the last minute, and refused after it, when the order says that it is lost', async () => {
    await using booted = await boot()
    const { clock } = booted.emulator.control
    const [early, late] = [await delayed(booted, 'order-1'), await delayed(booted, 'order-2')]
    await clock.advance(5 * DAY_MS - 60_000)
    await booted.client.payments.capture({ token: early.token })
    await clock.advance(120_000)
    await expect(booted.client.payments.capture({ token: late.token })).rejects.toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'rejected',
    })
    const [missed] = await booted.client.checkout.sweep([late])
    expect(missed?.outcome).toBe('voided')
    expect(booted.movements().filter(([kind]) => kind === 'capture')).toEqual([ONE_CAPTURE])
  })
})

describe('S45 partial shipment', () => {
  it('captures to the cent, and refuses a fourth capture here and there', async () => {
    await using booted = await boot()
    const { client } = booted
    const token = await booted.approvedOrder()
    await client.payments.delay(token)
    for (const amount of ['33.33', '33.33', '33.34']) {
      await client.multiCapture.capture(token, { amount: eur(amount) })
    }
    const fourth = { amount: eur('0.01') }
    await expect(client.multiCapture.capture(token, fourth)).rejects.toMatchObject({
      outcome: 'not-sent',
    })
    await expect(booted.connect().multiCapture.capture(token, fourth)).rejects.toMatchObject({
      outcome: 'rejected',
    })
    expect(booted.movements()).toEqual([
      ['capture', 3_333],
      ['capture', 3_333],
      ['capture', 3_334],
    ])
  })
})

it('S46 refund before capture: sends no refund, and names the void', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  const refund = booted.client.payments.refund(token, { refundAmount: eur('10.00') })
  await expect(refund).rejects.toMatchObject({
    outcome: 'not-sent',
    hint: expect.stringContaining('payments.void'),
  })
  expect(booted.callsOf('refundPayment')).toBe(0)
})

it('S47 over-refund: is refused, and leaves nothing in the ledger beyond what was captured', async () => {
  await using booted = await boot()
  const token = await aCapturedOrder(booted)
  await booted.client.payments.refund(token, { refundAmount: eur('60.00') })
  const second = booted.client.payments.refund(token, { refundAmount: eur('60.00') })
  await expect(second).rejects.toMatchObject({ name: 'ScalapayRequestError', outcome: 'rejected' })
  expect(booted.movements()).toEqual([ONE_CAPTURE, ['refund', 6_000]])
})

describe('S48 cents', () => {
  it('19.99 × 3 with a discount of 10 % and a tax of 22 % is created and refunded by lines to the cent', async () => {
    await using booted = await boot()
    const items = sumMoney([eur('19.99'), eur('19.99'), eur('19.99')])
    const [discount, net] = splitMoney(items, [10, 90])
    if (discount === undefined || net === undefined) throw new Error('a split has two parts here')
    const [tax] = splitMoney(net, [22, 78])
    const totalAmount = net
    const order = sampleOrder({
      totalAmount,
      items: [{ name: 'Lamp', category: 'home', sku: 'L1', quantity: 3, price: eur('19.99') }],
      discounts: [{ displayName: '10 %', amount: discount }],
      ...(tax === undefined ? {} : { taxAmount: tax }),
    })
    expect([items, discount, net]).toEqual([eur('59.97'), eur('6.00'), eur('53.97')])
    expect(explainTotals(order).differenceWithTaxIncluded).toEqual(eur('0.00'))
    const { token } = await booted.client.orders.create(order)
    booted.emulator.control.approve(token)
    await booted.client.payments.capture({ token })
    const [line = net] = splitMoney(net, [1, 1, 1])
    for (const merchantRefundReference of ['line-1', 'line-2']) {
      await booted.client.payments.refund(token, { refundAmount: line, merchantRefundReference })
    }
    expect(booted.movements()).toEqual([
      ['capture', 5_397],
      ['refund', 1_799],
      ['refund', 1_799],
    ])
  })

  it.each([0.1 + 0.2, 19.99 * 1.1])(
    'the float %d is refused as an amount, and nothing is sent',
    async (float) => {
      await using booted = await boot()
      expect(() => eur(float as unknown as string)).toThrow(TypeError)
      const totalAmount = { amount: String(float), currency: 'EUR' }
      await expect(booted.client.orders.create(sampleOrder({ totalAmount }))).rejects.toMatchObject(
        { outcome: 'not-sent' },
      )
      expect(booted.callsOf('createOrder')).toBe(0)
    },
  )
})

it('S49 number vs string money: the number of a webhook and the text inside of it are equal money', async () => {
  await using booted = await boot()
  const { merchantKey } = booted.emulator
  expect(sampleBodies.created).toContain('"totalAmount":40.7,')
  const { rawBody, headers } = await signedDelivery('created', { apiKey: merchantKey })
  const { event } = await booted.client.webhooks.verify(rawBody, headers)
  expect(event.totalAmount).toEqual(eur('40.70'))
  expect(event.payload.orderDetails).toMatchObject({ totalAmount: event.totalAmount })
})

describe('S50 void after capture, capture after void', () => {
  it('lets exactly one of two workers win, and the other one learns the real state', async () => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    const results = await Promise.allSettled([
      booted.client.payments.capture({ token }),
      booted.connect().payments.void(token),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(booted.movements()).toHaveLength(1)
    const { outcome } = await booted.client.checkout.complete({
      token,
      expect: expected('order-1'),
    })
    expect(outcome).toBe(booted.movements()[0]?.[0] === 'capture' ? 'captured' : 'voided')
    expect(booted.movements()).toHaveLength(1)
  })

  it.each(['capture', 'void'] as const)('refuses the other one after a %s', async (first) => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    const { payments } = booted.client
    const calls = { capture: () => payments.capture({ token }), void: () => payments.void(token) }
    await calls[first]()
    const second = calls[first === 'capture' ? 'void' : 'capture']()
    await expect(second).rejects.toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'rejected',
    })
    expect(booted.movements().map(([kind]) => kind)).toEqual([first])
  })
})

it('S51 payout mismatch: matches the refunds of a payout by reference and amount, and lists the one that it lacks', async () => {
  await using booted = await boot()
  const { client, emulator } = booted
  const tokens = [await aCapturedOrder(booted, 'order-1'), await aCapturedOrder(booted, 'order-2')]
  const books: { refund: string; merchantReference: string; amount: string }[] = []
  const refund = async (order: 1 | 2, name: string, amount: string) => {
    const merchantReference = `order-${order}`
    const merchantRefundReference = `${merchantReference}/${name}`
    const token = tokens[order - 1] ?? ''
    await client.payments.refund(token, { refundAmount: eur(amount), merchantRefundReference })
    books.push({ refund: merchantRefundReference, merchantReference, amount })
  }
  // Of one amount, twice for each order: only counting tells how many of them there are.
  for (const order of [1, 2] as const) {
    await refund(order, 'a', '10.00')
    await refund(order, 'b', '10.00')
  }
  await emulator.control.clock.advance(DAY_MS)
  // Too late for this payout.
  await refund(1, 'late', '12.34')

  const [payout] = await rowsOf(client.reporting.payouts(IN_2026))
  const paged = client.reporting.payoutRefunds(payout?.merchantPayoutToken ?? '', { size: 1 })
  const rows = await rowsOf(paged)
  const left = rows.map((row) => `${row.merchantReference} ${row.refundAmount?.amount}`)
  const missing = books.filter(({ merchantReference, amount }) => {
    const index = left.indexOf(`${merchantReference} ${amount}`)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })

  expect(missing).toEqual([
    { refund: 'order-1/late', merchantReference: 'order-1', amount: '12.34' },
  ])
  expect(left).toEqual([])
  expect(new Set(rows.map(({ transferId }) => transferId)).size).toBe(4)
})
