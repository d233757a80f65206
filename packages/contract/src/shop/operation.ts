import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { startShopEmulator, startShopHarness } from './harness.js'

/** The sweep, several merchants, a wrong set-up. */
export function describeShopOperation(boot: BootShop): void {
  it('S02 finds by its sweep what neither the shopper nor a webhook brings home', async () => {
    const { shop, emulator, shopper, captures, returnUrl } = await startShopHarness(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)

    await Promise.all([shop.sweep(), shop.sweep()])
    await shop.sweep()

    expect(captures()).toEqual([token])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('paid-now')
  })

  it('S54 keeps two merchants apart: keys, orders and deliveries', async () => {
    const emulator = await startShopEmulator(['merchant-key-a', 'merchant-key-b'])
    const [a, b] = [
      await startShopHarness(boot, { emulator, apiKey: 'merchant-key-a' }),
      await startShopHarness(boot, { emulator, apiKey: 'merchant-key-b' }),
    ]
    const tokens = await Promise.all([a.shopper().order(), b.shopper().order()])
    const [ofA, ofB] = tokens.map(({ token }) => token) as [string, string]
    for (const token of [ofA, ofB]) emulator.control.approve(token)

    expect(await a.deliver('authorized', ofA, { apiKey: 'merchant-key-b' })).toBe(401)
    expect(a.captures()).toEqual([])
    // Rightly signed by its own merchant, about an order that is not one of its own.
    expect(await a.deliver('authorized', ofB)).toBe(503)
    expect(a.captures()).toEqual([])
    const statuses = await Promise.all([a.deliver('authorized', ofA), b.deliver('authorized', ofB)])

    expect(statuses).toEqual([200, 200])
    expect(a.captures().sort()).toEqual([ofA, ofB].sort())
  })

  it('S55 does not start without its key, which verifies the webhooks too', async () => {
    await expect(startShopHarness(boot, { apiKey: '' })).rejects.toThrow(/apiKey/)
  })
}
