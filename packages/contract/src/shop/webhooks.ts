import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { loseCreate } from './faults.js'
import { startShopHarness } from './harness.js'

/** Orders that the shop learns of by webhook. */
export function describeShopWebhooks(boot: BootShop): void {
  it('S01 completes an order whose shopper closed the tab, by the webhook alone', async () => {
    const { emulator, shopper, deliver, captures, returnUrl } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)

    expect(await deliver('authorized', token)).toBe(200)

    expect(captures()).toEqual([token])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('paid-now')
  })

  it('S03 captures once when the shopper comes back twice while the webhook comes', async () => {
    const { shop, emulator, shopper, deliver, captures } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    const { redirectUrl } = emulator.control.approve(token)

    const [first, second, status] = await Promise.all([
      buyer.comeBack(redirectUrl),
      shopper().comeBack(redirectUrl),
      deliver('authorized', token),
    ])
    // A delivery may find the order in other hands; then it comes again.
    expect([200, 503]).toContain(status)
    expect(await deliver('authorized', token)).toBe(200)

    expect(captures()).toEqual([token])
    expect(first.path).toBe(second.path)
    expect(shop.log().filter((message) => message === 'order paid')).toHaveLength(1)
  })

  it('S04 takes a webhook that is faster than the answer with its token, when it comes again', async () => {
    const { emulator, shopper, deliver, captures } = await startShopHarness(boot)
    const click = await shopper().fillIn()
    // The order is there at Scalapay, and the shop has not learnt its token.
    loseCreate(emulator)
    expect(await click()).toBeUndefined()
    const token = emulator.control.orders()[0]?.token ?? ''
    emulator.control.approve(token)

    expect(await deliver('authorized', token)).toBe(503)
    expect(captures()).toEqual([])
    expect(await click()).toBe(token)
    expect(await deliver('authorized', token)).toBe(200)

    expect(captures()).toEqual([token])
  })

  it('S29 captures once when the same delivery comes five times at once', async () => {
    const { shop, emulator, shopper, deliver, captures } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)
    const timestamp = Date.now()

    const statuses = await Promise.all(
      Array.from({ length: 5 }, () => deliver('authorized', token, { timestamp })),
    )

    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect(captures()).toEqual([token])
    expect(shop.log().filter((message) => message === 'order paid')).toHaveLength(1)
  })

  it('S30 ends as paid when deliveries come out of order', async () => {
    const { emulator, shopper, deliver, captures, returnUrl } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)

    for (const status of ['charged', 'authorized', 'expired']) {
      expect(await deliver(status, token)).toBe(200)
    }

    expect(captures()).toEqual([token])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('paid-now')
  })

  it('S30 believes Scalapay, not a delivery, about an order that nobody paid', async () => {
    const { shopper, deliver, captures, returnUrl } = await startShopHarness(boot)
    const { token } = await shopper().order()
    for (const status of ['charged', 'expired']) expect(await deliver(status, token)).toBe(200)
    expect(captures()).toEqual([])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('pending')
  })

  it.each([
    ['reading the order', 'getOrder'],
    ['capturing it', 'capturePayment'],
  ] as const)(
    'S37 asks for the delivery again when %s fails, and then captures once',
    async (_what, operation) => {
      const { emulator, shopper, deliver, captures } = await startShopHarness(boot)
      const { token } = await shopper().order()
      emulator.control.approve(token)
      emulator.control.faults.add({ match: { operation, times: 1 }, effect: 'error-500' })

      expect(await deliver('authorized', token)).toBe(503)
      expect(await deliver('authorized', token)).toBe(200)

      expect(captures()).toEqual([token])
    },
  )

  it('S38 answers in time with 200 while Scalapay is slow, and captures all the same', async () => {
    const { shop, emulator, shopper, deliver, captures } = await startShopHarness(boot, {
      // More than a store in another process takes on a busy machine, and less than the capture.
      acknowledgeAfterMs: 300,
    })
    const { token } = await shopper().order()
    emulator.control.approve(token)
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 1 },
      effect: { latencyMs: 1_500 },
    })

    expect(await deliver('authorized', token)).toBe(200)
    expect(captures()).toEqual([])

    await shop.close()
    expect(captures()).toEqual([token])
  })

  it('S36 S39 answers every event, also one of a status that is not known, with exactly 200', async () => {
    const { shopper, deliver } = await startShopHarness(boot)
    const { token } = await shopper().order()
    const statuses = ['created', 'authorized', 'charged', 'refunded', 'expired', 'disputed']
    const answers = await Promise.all(statuses.map((status) => deliver(status, token)))
    expect(answers).toEqual(statuses.map(() => 200))
  })

  it('S34 refuses a delivery that is forged or too old, and does nothing', async () => {
    const { emulator, shopper, deliver, captures } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)
    expect(await deliver('authorized', token, { apiKey: 'forged' })).toBe(401)
    expect(await deliver('authorized', token, { timestamp: 0 })).toBe(401)
    expect(captures()).toEqual([])
  })
}
