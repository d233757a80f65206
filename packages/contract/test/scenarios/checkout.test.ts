import { eur } from '@scalapay-kit/core'
import { sampleOrder, signedDelivery } from '@scalapay-kit/core/testing'
import { createWebhookReceiver, retryLater } from '@scalapay-kit/core/webhooks'
import { expect, it } from 'vitest'
import { type Booted, boot } from '../../src/client/boot.js'
import { expected } from '../../src/client/expected.js'

const EXPIRY_MS = 40 * 60_000
const ONE_CAPTURE = [['capture', 10_000]]

const complete = (booted: Booted, token: string, merchantReference = 'order-1') =>
  booted.client.checkout.complete({ token, expect: expected(merchantReference) })

/** A webhook route whose handler settles the order, unless the shop does not know it yet. */
function webhookRoute(booted: Booted, knows: () => boolean = () => true) {
  const { merchantKey } = booted.emulator
  const { receive } = createWebhookReceiver({
    apiKeys: merchantKey,
    on: {
      authorized: async ({ orderToken }) => {
        if (!knows()) throw retryLater('the order is not committed yet')
        await complete(booted, orderToken)
      },
    },
  })
  return async (orderToken: string) => {
    const payload = {
      merchantReference: 'order-1',
      totalAmount: 100,
      status: 'authorized',
      orderToken,
    }
    const { status } = await receive(await signedDelivery(payload, { apiKey: merchantKey }))
    return status
  }
}

it('S01 closed tab: the webhook alone completes the order, once', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  const deliver = webhookRoute(booted)
  expect([await deliver(token), await deliver(token)]).toEqual([200, 200])
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S02 webhook off: the sweep captures each open order once', async () => {
  await using booted = await boot()
  const third = sampleOrder({ merchantReference: 'order-3' })
  const { token: left } = await booted.client.orders.create(third)
  const tokens = [
    await booted.approvedOrder('order-1'),
    await booted.approvedOrder('order-2'),
    left,
  ]
  const open = tokens.map((token, index) => ({ token, expect: expected(`order-${index + 1}`) }))
  const results = await booted.client.checkout.sweep(open)
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['captured', 'captured', 'pending'])
  await booted.client.checkout.sweep(open)
  expect(booted.movements()).toEqual([...ONE_CAPTURE, ...ONE_CAPTURE])
})

it('S04 webhook first: a delivery before the order is committed is sent again, and then settles it', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  let isCommitted = false
  const deliver = webhookRoute(booted, () => isCommitted)
  expect(await deliver(token)).toBe(503)
  expect(booted.movements()).toEqual([])
  isCommitted = true
  expect(await deliver(token)).toBe(200)
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S05 double redirect: a reload sends no second capture, and tells the same outcome', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  expect(await complete(booted, token)).toMatchObject({ outcome: 'captured', changed: true })
  expect(await complete(booted, token)).toMatchObject({ outcome: 'captured', changed: false })
  expect(booted.callsOf('capturePayment')).toBe(1)
})

it('S06 other browser: the return URL alone is enough, in a process that knows nothing else', async () => {
  await using booted = await boot()
  const created = await booted.client.orders.create(sampleOrder())
  const { redirectUrl } = booted.emulator.control.approve(created.token)
  const { checkout } = booted.connect()
  const { token } = checkout.readReturn(redirectUrl)
  expect(token).toBe(created.token)
  const completed = await checkout.complete({ token: token ?? '', expect: expected('order-1') })
  expect(completed.outcome).toBe('captured')
})

it('S07 forged redirect: what the query string claims moves no money', async () => {
  await using booted = await boot()
  const { token } = await booted.client.orders.create(sampleOrder())
  const forged = `/return?orderToken=${token}&status=SUCCESS&totalAmount=1.00&orderId=order-2`
  const read = booted.client.checkout.readReturn(forged)
  expect(read).toEqual({ token })
  expect(await complete(booted, read.token ?? '')).toMatchObject({ outcome: 'pending' })
  expect(booted.callsOf('capturePayment')).toBe(0)
})

it('S08 token swap: the token of a cheap order does not pay a dear one', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder('cheap-order')
  const dear = { merchantReference: 'dear-order', totalAmount: eur('500.00') }
  const completed = await booted.client.checkout.complete({ token, expect: dear })
  expect(completed).toMatchObject({ outcome: 'mismatch', changed: false })
  expect(booted.movements()).toEqual([])
})

it('S09 cancel then approve: the order is open after the cancel, and paid or voided after the approval', async () => {
  await using booted = await boot()
  const { control } = booted.emulator
  const { token } = await booted.client.orders.create(sampleOrder())
  control.cancel(token)
  expect(await complete(booted, token)).toMatchObject({ outcome: 'pending' })
  control.approve(token)
  const seen = await booted.client.checkout.complete({
    token,
    expect: expected('order-1'),
    capture: 'none',
  })
  expect(seen.outcome).toBe('authorized')
  await booted.client.payments.void(token)
  expect(await complete(booted, token)).toMatchObject({ outcome: 'voided' })
  expect(booted.movements().map(([kind]) => kind)).toEqual(['void'])
})

it('S10 declined then authorised: the order is recovered when it turns out to be paid', async () => {
  await using booted = await boot()
  const { control } = booted.emulator
  const { token } = await booted.client.orders.create(sampleOrder())
  control.decline(token)
  expect(await complete(booted, token)).toMatchObject({ outcome: 'declined', changed: false })
  control.approve(token, { force: true })
  expect(await complete(booted, token)).toMatchObject({ outcome: 'captured', changed: true })
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S11 expired at the page: an approval that expired is told as such, and a new attempt gets a new token', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  await booted.emulator.control.clock.advance(EXPIRY_MS + 1_000)
  expect(await complete(booted, token)).toMatchObject({ outcome: 'expired', changed: false })
  await expect(booted.client.payments.capture({ token })).rejects.toMatchObject({
    name: 'ScalapayRequestError',
    outcome: 'rejected',
  })
  const { token: next } = await booted.client.orders.create(sampleOrder())
  expect(next).not.toBe(token)
  expect(booted.movements().filter(([kind]) => kind === 'capture')).toEqual([])
})

it('S12 abandoned: an order that nobody pays is expired, however often it is asked about', async () => {
  await using booted = await boot()
  const { token } = await booted.client.orders.create(sampleOrder())
  await booted.emulator.control.clock.advance(EXPIRY_MS + 1_000)
  const asked = [await complete(booted, token), await complete(booted, token)]
  expect(asked.map(({ outcome, changed }) => [outcome, changed])).toEqual([
    ['expired', false],
    ['expired', false],
  ])
  expect(booted.movements()).toEqual([])
})

it('S13 two tabs: one token is captured, and the other one given up without a charge', async () => {
  await using booted = await boot()
  const [first, second] = [
    await booted.approvedOrder('order-1a'),
    await booted.approvedOrder('order-1b'),
  ]
  expect(await complete(booted, first, 'order-1a')).toMatchObject({ outcome: 'captured' })
  await booted.client.payments.void(second)
  expect(await complete(booted, second, 'order-1b')).toMatchObject({ outcome: 'voided' })
  expect(booted.movements().filter(([kind]) => kind === 'capture')).toEqual(ONE_CAPTURE)
})

it('S14 price change: an order whose total is not the expected one is not captured', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  const expect99 = { merchantReference: 'order-1', totalAmount: eur('99.00') }
  const completed = await booted.client.checkout.complete({ token, expect: expect99 })
  expect(completed.outcome).toBe('mismatch')
  expect(booted.movements()).toEqual([])
})
