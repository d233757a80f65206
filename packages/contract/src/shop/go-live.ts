import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { JEANS, SHIRT } from './form-shopper.js'
import { startShopHarness } from './harness.js'

const FORTY_MINUTES = 40 * 60_000

/** Scalapay's own checks before a shop goes live, on the emulator in place of its sandbox: in one shop, as a tester would. */
export function describeGoLive(boot: BootShop): void {
  it('S60 passes the go-live checks: the cart, an approved, a declined and an expired order, the reference', async () => {
    const { shop, setup, emulator, shopper, deliver, captures, orderOf, returnUrl } =
      await startShopHarness(boot)
    const { control } = emulator

    // The cart survives a return from the checkout.
    const buyer = shopper()
    const { token } = await buyer.order()
    await buyer.comeBack(control.cancel(token).redirectUrl)
    const order = await orderOf(token)
    const cart = await setup.stores.carts.read(order.cartId)
    expect(Object.fromEntries(cart)).toEqual({ [SHIRT]: 1, [JEANS]: 1 })
    // An order exists in the shop before the shopper leaves, and is the approved one when they are back.
    expect(order.status).toBe('open')
    await buyer.comeBack(control.approve(token).redirectUrl)
    expect((await orderOf(token)).status).toBe('paid')
    // The shop's reference is visible at Scalapay.
    expect(control.order(token).merchantReference).toBe(order.merchantReference)
    // A declined order does not count as paid.
    const unlucky = shopper()
    const declined = (await unlucky.order()).token
    await unlucky.comeBack(control.decline(declined).redirectUrl)
    expect((await orderOf(declined)).status).toBe('declined')
    // An expired one cannot be completed: not by the shopper, not by a webhook, not by the sweep.
    const late = shopper()
    const expired = (await late.order()).token
    await control.clock.advance(FORTY_MINUTES)
    expect((await late.comeBack(returnUrl(expired))).outcome).toBe('expired')
    expect(await deliver('authorized', expired)).toBe(200)
    await shop.sweep()
    expect((await orderOf(expired)).status).toBe('expired')

    expect(captures()).toEqual([token])
    expect(control.order(token).capturedInCents).toBe(19_000)
  })
}
