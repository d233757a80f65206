import { expect, it } from 'vitest'
import { startShopBench } from './shop-bench.js'
import type { BootShop } from './shop-boot.js'
import { JEANS, SHIRT } from './shop-shopper.js'

/** Shoppers who come back from the checkout, honest or not. */
export function describeReturns(boot: BootShop): void {
  it('S03 captures once when return and webhook come at the same time, to two processes', async () => {
    const { shop, second, emulator, shopper, deliver, captures, ...bench } =
      await startShopBench(boot)
    const other = await second()
    const { token } = await shopper().order()
    emulator.control.approve(token)
    const address = bench.returnUrl(token).replace(shop.url, '')

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

  it('S05 shows the paid order, and asks Scalapay nothing, when the return page is loaded again', async () => {
    const { emulator, shopper, captures } = await startShopBench(boot)
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
    const { emulator, shopper, captures } = await startShopBench(boot)
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
    const { shop, shopper, captures, returnUrl } = await startShopBench(boot)
    const buyer = shopper()
    const { token } = await buyer.order()

    expect((await buyer.comeBack(returnUrl(token, forged))).outcome).toBe('pending')

    expect(captures()).toEqual([])
    expect(shop.log()).toContain('return address tampered with')
  })

  it('S07 takes an approved order although its address says that it failed', async () => {
    const { emulator, shopper, captures, returnUrl } = await startShopBench(boot)
    const buyer = shopper()
    const { token } = await buyer.order()
    emulator.control.approve(token)
    const { outcome } = await buyer.comeBack(returnUrl(token, '&status=FAILED'))
    expect(outcome).toBe('paid-now')
    expect(captures()).toEqual([token])
  })

  it('S08 pays a cheap order with its token, whatever dear order the address names', async () => {
    const { emulator, shopper, captures, returnUrl } = await startShopBench(boot)
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

  it('S08 refuses a token whose amount is not the one of the order it was bound to', async () => {
    const { setup, emulator, shopper, captures, returnUrl } = await startShopBench(boot)
    const { orders } = setup.stores
    const cheap = await shopper().order([SHIRT])
    const attacker = shopper()
    const dear = await attacker.order([JEANS])
    const [cheapOrder, dearOrder] = [
      await orders.byToken(cheap.token),
      await orders.byToken(dear.token),
    ]
    emulator.control.approve(cheap.token)
    // As if the attacker had got the shop to store the cheap token with the dear order.
    await orders.bindCheckout(cheapOrder?.id ?? '', { token: 'gone', checkoutUrl: '' })
    await orders.bindCheckout(dearOrder?.id ?? '', { token: cheap.token, checkoutUrl: '' })

    expect((await attacker.comeBack(returnUrl(cheap.token))).outcome).toBe('changed')
    expect(captures()).toEqual([])
  })
}
