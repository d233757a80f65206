import { expect, it } from 'vitest'
import { startShopBench, startShopEmulator } from './shop-bench.js'
import type { BootShop } from './shop-boot.js'

const FORTY_MINUTES = 40 * 60_000

/** Sweeps, deployments, several merchants, a wrong set-up. */
export function describeShopOperation(boot: BootShop): void {
  it('S02 finds by its sweep what neither the shopper nor a webhook brings home', async () => {
    const { shop, emulator, shopper, captures, returnUrl } = await startShopBench(boot)
    const { token } = await shopper().order()
    emulator.control.approve(token)

    await Promise.all([shop.sweep(), shop.sweep()])
    await shop.sweep()

    expect(captures()).toEqual([token])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('already-paid')
  })

  it('S12 closes an order that nobody paid, and takes a late webhook about it for nothing new', async () => {
    const { shop, emulator, shopper, deliver, captures, returnUrl } = await startShopBench(boot)
    const { token } = await shopper().order()
    await emulator.control.clock.advance(FORTY_MINUTES)

    await shop.sweep()
    expect(await deliver('expired', token)).toBe(200)

    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('expired')
    expect(captures()).toEqual([])
  })

  it('S43 captures once when it is stopped in the middle of a delivery that then comes again', async () => {
    const { shop, second, emulator, shopper, deliver, captures } = await startShopBench(boot)
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

  it('S54 keeps two merchants apart: keys, orders and deliveries', async () => {
    const emulator = await startShopEmulator(['merchant-key-a', 'merchant-key-b'])
    const [a, b] = [
      await startShopBench(boot, { emulator, apiKey: 'merchant-key-a' }),
      await startShopBench(boot, { emulator, apiKey: 'merchant-key-b' }),
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
    await expect(startShopBench(boot, { apiKey: '' })).rejects.toThrow(/apiKey/)
  })
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
