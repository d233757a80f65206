import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { loseCreate } from './faults.js'
import { JEANS } from './form-shopper.js'
import { type ShopHarness, startShopHarness } from './harness.js'
import { NO_CHECKOUT } from './shopper.js'

/** The next capture works, and its answer is lost, with that of the read that would resolve it. */
function loseCapture({ emulator }: ShopHarness): void {
  emulator.control.faults.add({
    match: { operation: 'capturePayment', times: 1 },
    effect: { reset: 'after' },
  })
  emulator.control.faults.add({
    match: { operation: 'getOrder', nth: 2 },
    effect: { reset: 'before' },
  })
}

/** Calls that work, and of which the shop never hears. */
export function describeLostAnswers(boot: BootShop): void {
  it('S02 finds by its reference an order whose token it has never learnt', async () => {
    const harness = await startShopHarness(boot)
    const { shop, emulator, shopper, deliver, captures } = harness
    loseCreate(harness.emulator)
    await expect(shopper().order()).rejects.toThrow(NO_CHECKOUT)
    const token = emulator.control.orders()[0]?.token ?? ''
    emulator.control.approve(token)
    expect(await deliver('authorized', token)).toBe(503)

    await shop.sweep()

    expect(captures()).toEqual([token])
    expect(await deliver('authorized', token)).toBe(200)
    expect(captures()).toEqual([token])
  })

  it('S15 opens one checkout when the pay button is clicked three times', async () => {
    const { emulator, shopper } = await startShopHarness(boot)
    const click = await shopper().fillIn()

    const tokens = await Promise.all([click(), click(), click()])

    const [order, ...others] = emulator.control.orders()
    expect(tokens).toEqual([order?.token, order?.token, order?.token])
    expect(others).toEqual([])
  })

  it('S15 finds the order again when the answer to create is lost', async () => {
    const harness = await startShopHarness(boot)
    const click = await harness.shopper().fillIn()
    loseCreate(harness.emulator)

    expect(await click()).toBeUndefined()
    const token = await click()

    expect(harness.emulator.control.orders()).toMatchObject([{ token }])
  })

  it('S16 says that it is checking, and finds the payment when the shopper looks again', async () => {
    const harness = await startShopHarness(boot)
    const { emulator, shopper, captures, orderOf } = harness
    const buyer = shopper()
    const { token } = await buyer.order()
    const { redirectUrl } = emulator.control.approve(token)
    loseCapture(harness)

    expect((await buyer.comeBack(redirectUrl)).outcome).toBe('checking')
    expect((await orderOf(token)).status).toBe('unknown')
    expect((await buyer.comeBack(redirectUrl)).outcome).toBe('paid-now')

    expect(captures()).toEqual([token])
  })

  it('S16 finds the payment although the cart has changed in between, and takes no second one', async () => {
    const harness = await startShopHarness(boot)
    const { emulator, shopper, captures, returnUrl } = harness
    const buyer = shopper()
    const { token } = await buyer.order()
    emulator.control.approve(token)
    loseCapture(harness)
    await buyer.comeBack(returnUrl(token))
    const other = await buyer.order([JEANS])
    emulator.control.approve(other.token)

    expect((await buyer.comeBack(returnUrl(other.token))).outcome).toBe('busy')
    expect((await buyer.comeBack(returnUrl(token))).outcome).toBe('paid-now')

    expect(captures()).toEqual([token])
  })

  it('S24 says that it is checking while Scalapay answers nothing of use', async () => {
    const { emulator, shopper, returnUrl } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    emulator.control.approve(token)
    emulator.control.faults.add({ effect: 'html-502' })
    expect((await buyer.comeBack(returnUrl(token))).outcome).toBe('checking')
  })

  it('S53 writes neither the key, nor the token, nor the address of an order, nor who bought', async () => {
    const { shop, emulator, shopper, returnUrl, orderOf } = await startShopHarness(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    emulator.control.approve(token)
    emulator.control.faults.add({ match: { times: 1 }, effect: 'html-502' })
    await buyer.comeBack(returnUrl(token))
    const { path } = await buyer.comeBack(returnUrl(token))
    await buyer.comeBack(path)

    const { id, cartId, merchantReference, shopper: who } = await orderOf(token)
    const printed = shop.printed()
    expect(printed).toContain(merchantReference)
    const secrets = [emulator.merchantKey, token, id, cartId, who.surname, who.email, who.line1]
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([])
  })
}
