import { describe, expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { JEANS, SHIRT } from './form-shopper.js'
import { type ShopHarness, startShopHarness } from './harness.js'

const FORTY_MINUTES = 40 * 60_000

/** How a shop hears of an approval whose shopper does not come back. */
type Hear = (harness: ShopHarness, token: string) => Promise<unknown>

const hear: readonly [by: string, hear: Hear][] = [
  ['a webhook', ({ deliver }, token) => deliver('authorized', token)],
  ['the sweep', ({ shop }) => shop.sweep()],
]

/** Orders that look lost, and money that comes after all. */
export function describeUnpaid(boot: BootShop): void {
  describe.each(hear)('when %s brings the news', (_by, hear) => {
    it('S09 captures what was approved after the shopper had cancelled', async () => {
      const harness = await startShopHarness(boot)
      const { emulator, shopper, captures, orderOf, returnUrl } = harness
      const buyer = shopper()
      const { token } = await buyer.order()
      const { redirectUrl } = emulator.control.cancel(token)
      expect((await buyer.comeBack(redirectUrl)).outcome).toBe('cancelled')
      expect((await orderOf(token)).status).toBe('open')
      emulator.control.approve(token)

      await hear(harness, token)

      expect(captures()).toEqual([token])
      expect((await buyer.comeBack(returnUrl(token))).outcome).toBe('paid-now')
    })

    it('S10 captures a declined order that is approved after all, and warns the operator once', async () => {
      const harness = await startShopHarness(boot)
      const { shop, emulator, shopper, captures, orderOf, returnUrl } = harness
      const buyer = shopper()
      const { token } = await buyer.order()
      const { redirectUrl } = emulator.control.decline(token)
      expect((await buyer.comeBack(redirectUrl)).outcome).toBe('declined')
      await shop.sweep()
      expect((await orderOf(token)).status).toBe('declined')
      emulator.control.approve(token, { force: true })

      await hear(harness, token)
      await hear(harness, token)

      expect(captures()).toEqual([token])
      expect((await orderOf(token)).status).toBe('paid')
      expect(shop.log().filter((message) => message.includes('paid after all'))).toEqual([
        'a closed order is paid after all',
      ])
      expect((await buyer.comeBack(returnUrl(token))).outcome).toBe('paid-now')
    })

    it('S10 releases it, and warns the operator, when the shopper has paid under another token', async () => {
      const harness = await startShopHarness(boot)
      const { shop, emulator, shopper, captures, orderOf } = harness
      const buyer = shopper()
      const { token } = await buyer.order()
      await buyer.comeBack(emulator.control.decline(token).redirectUrl)
      const other = await buyer.order([])
      await buyer.comeBack(emulator.control.approve(other.token).redirectUrl)
      emulator.control.approve(token, { force: true })

      await hear(harness, token)

      expect(captures()).toEqual([other.token])
      expect((await orderOf(token)).status).toBe('voided')
      expect(shop.log()).toContain('approved payment released')
    })
  })

  it('S11 keeps the cart of an expired checkout, and opens a new one under a new token', async () => {
    const { setup, emulator, shopper, captures, orderOf } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    await emulator.control.clock.advance(FORTY_MINUTES)

    const { outcome } = await buyer.comeBack(`/return/cancelled?orderToken=${token}&status=FAILED`)

    expect(outcome).toBe('expired')
    const { status, cartId } = await orderOf(token)
    expect(status).toBe('expired')
    expect([...(await setup.stores.carts.read(cartId))]).toEqual([
      [SHIRT, 1],
      [JEANS, 1],
    ])
    const next = await buyer.order([])
    expect(next.token).not.toBe(token)
    const { redirectUrl } = emulator.control.approve(next.token)
    expect((await buyer.comeBack(redirectUrl)).outcome).toBe('paid-now')
    expect(captures()).toEqual([next.token])
  })

  it('S11 captures nothing when the approval has expired before the shopper is back', async () => {
    const { emulator, shopper, captures } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    const { redirectUrl } = emulator.control.approve(token)
    await emulator.control.clock.advance(FORTY_MINUTES)
    expect((await buyer.comeBack(redirectUrl)).outcome).toBe('expired')
    expect(captures()).toEqual([])
  })

  it('S13 takes one payment for a cart that two tabs pay, tells the other one, and releases it', async () => {
    const { emulator, shopper, captures, orderOf, returnUrl } = await startShopHarness(boot)
    const buyer = shopper()
    const tokens = [(await buyer.order()).token, (await buyer.order([])).token] as const
    expect(tokens[1]).not.toBe(tokens[0])
    for (const token of tokens) emulator.control.approve(token)

    const landings = [
      await buyer.comeBack(returnUrl(tokens[0])),
      await buyer.comeBack(returnUrl(tokens[1])),
    ]

    expect(landings.map(({ outcome }) => outcome)).toEqual(['paid-now', 'paid-elsewhere'])
    expect(captures()).toEqual([tokens[0]])
    expect((await orderOf(tokens[1])).status).toBe('voided')
  })

  it('S14 captures nothing for a cart that has changed, releases the payment, and takes the new total', async () => {
    const { emulator, shopper, captures, orderOf, returnUrl } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order([SHIRT])
    const changed = await buyer.order([JEANS])
    emulator.control.approve(token)

    expect((await buyer.comeBack(returnUrl(token))).outcome).toBe('changed')
    expect((await orderOf(token)).status).toBe('voided')
    expect(captures()).toEqual([])

    emulator.control.approve(changed.token)
    expect((await buyer.comeBack(returnUrl(changed.token))).outcome).toBe('paid-now')
    expect(captures()).toEqual([changed.token])
    expect(emulator.control.order(changed.token).capturedInCents).toBe(19_000)
  })
}
