import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { loseCreate } from './faults.js'
import { JEANS, SHIRT } from './form-shopper.js'
import { startShopHarness } from './harness.js'
import { NO_CHECKOUT } from './shopper.js'

const FORTY_MINUTES = 40 * 60_000

/** What takes two processes of one shop, or a hand in its database. */
export function describeShopDatabase(boot: BootShop): void {
  it('S03 captures once when return and webhook come at the same time, to two processes', async () => {
    const { shop, second, emulator, shopper, deliver, captures, ...harness } =
      await startShopHarness(boot)
    const other = await second()
    const { token } = await shopper().order()
    emulator.control.approve(token)
    const address = harness.returnUrl(token).replace(shop.url, '')

    const returns = Array.from({ length: 4 }, (_, index) =>
      shopper(index % 2 === 0 ? shop : other).comeBack(address),
    )
    const webhooks = [deliver('authorized', token), deliver('charged', token, { to: other })]
    const landings = await Promise.all(returns)
    // A delivery may find the order in other hands; then it comes again.
    for (const status of await Promise.all(webhooks)) expect([200, 503]).toContain(status)
    expect(await deliver('authorized', token)).toBe(200)

    expect(captures()).toEqual([token])
    expect(new Set(landings.map(({ path }) => path)).size).toBe(1)
    const paid = [...shop.log(), ...other.log()].filter((message) => message === 'order paid')
    expect(paid).toHaveLength(1)
  })

  it('S13 takes one payment for a cart when two tabs come back at the same time, to two processes', async () => {
    const { shop, second, setup, emulator, shopper, captures, returnUrl } =
      await startShopHarness(boot)
    const other = await second()
    const buyer = shopper()
    const tokens = [(await buyer.order()).token, (await buyer.order([])).token] as const
    for (const token of tokens) emulator.control.approve(token)
    // So that the second looks while the first is at it.
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 2 },
      effect: { latencyMs: 200 },
    })
    const comeBack = async () => {
      const returns = tokens.map((token, tab) =>
        shopper(tab === 0 ? shop : other).comeBack(returnUrl(token).replace(shop.url, '')),
      )
      await Promise.all(returns)
    }

    await comeBack()
    expect(captures()).toHaveLength(1)
    await comeBack()

    expect(captures()).toHaveLength(1)
    const orders = await Promise.all(tokens.map((token) => setup.stores.orders.byToken(token)))
    expect(orders.map((order) => order?.status).sort()).toEqual(['paid', 'voided'])
  })

  it('S08 refuses a token whose amount is not the one of the order it was bound to', async () => {
    const { setup, emulator, shopper, captures, returnUrl } = await startShopHarness(boot)
    const { orders } = setup.stores
    loseCreate(emulator)
    await expect(shopper().order([SHIRT])).rejects.toThrow(NO_CHECKOUT)
    const cheapToken = emulator.control.orders()[0]?.token ?? ''
    emulator.control.approve(cheapToken)
    const attacker = shopper()
    loseCreate(emulator, 'before')
    await expect(attacker.order([JEANS])).rejects.toThrow(NO_CHECKOUT)
    const [, dearOrder] = await orders.open()
    // As if the attacker had got the shop to store the cheap token with the dear order.
    await orders.bindFirstCheckout(dearOrder?.id ?? '', { token: cheapToken })

    expect((await attacker.comeBack(returnUrl(cheapToken))).outcome).toBe('changed')
    expect(captures()).toEqual([])
  })

  it('S12 closes an order that nobody paid exactly once, and takes a late webhook for nothing new', async () => {
    const { shop, emulator, shopper, deliver, orderOf } = await startShopHarness(boot)
    const { token } = await shopper().order()
    await emulator.control.clock.advance(FORTY_MINUTES)

    await Promise.all([shop.sweep(), shop.sweep()])
    const closed = await orderOf(token)
    expect(await deliver('expired', token)).toBe(200)
    await shop.sweep()

    expect(closed.status).toBe('expired')
    expect(await orderOf(token)).toEqual(closed)
    expect(shop.log().filter((message) => message === 'order closed')).toHaveLength(1)
    expect(emulator.control.ledger()).toEqual([])
  })

  it('S43 captures once when it is stopped in the middle of a delivery that then comes again', async () => {
    const { shop, second, emulator, shopper, deliver, captures } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 1 },
      effect: { latencyMs: 200 },
    })
    const timestamp = Date.now()
    const calls = emulator.control.requests().length

    const answered = deliver('authorized', token, { timestamp })
    while (emulator.control.requests().length === calls) await turn()
    const closed = shop.close()
    const next = await second()
    const status = await answered
    await closed

    expect(status).toBe(200)
    expect(await deliver('authorized', token, { timestamp, to: next })).toBe(200)
    expect(captures()).toEqual([token])
  })
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
