import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { JEANS, SHIRT } from './form-shopper.js'
import { startShopHarness } from './harness.js'

/** Shoppers who come back from the checkout, honest or not. */
export function describeReturns(boot: BootShop): void {
  it('S05 shows the paid order, and asks Scalapay nothing, when the return page is loaded again', async () => {
    const { emulator, shopper, captures } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    const { redirectUrl } = emulator.control.approve(token)
    const first = await buyer.comeBack(redirectUrl)
    const requests = emulator.control.requests().length

    const again = await buyer.comeBack(redirectUrl)

    expect([first.outcome, again.outcome]).toEqual(['paid-now', 'already-paid'])
    expect(again.path).toBe(first.path)
    expect(emulator.control.requests()).toHaveLength(requests)
    expect(captures()).toEqual([token])
  })

  it('S06 completes the order in another browser, without the cookie', async () => {
    const { emulator, shopper, captures } = await startShopHarness(boot)
    const { token } = await shopper().order()
    const { redirectUrl } = emulator.control.approve(token)
    expect((await shopper().comeBack(redirectUrl)).outcome).toBe('paid-now')
    expect(captures()).toEqual([token])
  })

  it.each([
    ['a status', '&status=SUCCESS'],
    ['an amount', '&totalAmount=1.00'],
    ['a reference', '&merchantReference=SHOP-OTHER'],
  ])('S07 changes nothing and notes it when %s is forged', async (_what, forged) => {
    const { shop, shopper, captures, returnUrl } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()

    expect((await buyer.comeBack(returnUrl(token, forged))).outcome).toBe('pending')

    expect(captures()).toEqual([])
    expect(shop.log()).toContain('return address tampered with')
  })

  it('S07 takes an approved order although its address says that it failed', async () => {
    const { emulator, shopper, captures, returnUrl } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    emulator.control.approve(token)
    const { outcome } = await buyer.comeBack(returnUrl(token, '&status=FAILED'))
    expect(outcome).toBe('paid-now')
    expect(captures()).toEqual([token])
  })

  it('S08 pays a cheap order with its token, whatever dear order the address names', async () => {
    const { emulator, shopper, captures, returnUrl } = await startShopHarness(boot)
    const honest = shopper()
    const dear = await honest.order([JEANS, JEANS, JEANS])
    const attacker = shopper()
    const cheap = await attacker.order([SHIRT])
    emulator.control.approve(cheap.token)
    const { merchantReference } = emulator.control.order(dear.token)

    const forged = `&status=SUCCESS&merchantReference=${merchantReference}`
    await attacker.comeBack(returnUrl(cheap.token, forged))

    expect(captures()).toEqual([cheap.token])
    expect((await honest.comeBack(returnUrl(dear.token))).outcome).toBe('pending')
  })

  it('begins a new purchase after a paid one', async () => {
    const { emulator, shopper, captures } = await startShopHarness(boot)
    const buyer = shopper()
    const first = await buyer.order([SHIRT, JEANS])
    await buyer.comeBack(emulator.control.approve(first.token).redirectUrl)
    const second = await buyer.order([SHIRT])
    await buyer.comeBack(emulator.control.approve(second.token).redirectUrl)
    expect(captures()).toEqual([first.token, second.token])
    expect(emulator.control.order(second.token).capturedInCents).toBe(3_700)
  })
}
