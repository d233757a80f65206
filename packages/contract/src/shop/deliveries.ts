import type { WebhookSettingsChange } from '@scalapay-kit/emulator'
import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { type ShopHarness, startShopHarness, WEBHOOK_PATH } from './harness.js'

/** A shop that the emulator tells of every event by itself, as Scalapay does. */
async function startTold(
  boot: BootShop,
  settings: WebhookSettingsChange = {},
): Promise<ShopHarness> {
  const harness = await startShopHarness(boot)
  harness.emulator.control.webhooks.configure({
    url: `${harness.shop.url}${WEBHOOK_PATH}`,
    ...settings,
  })
  return harness
}

/** Each event, what became of it, and how it was answered. */
function deliveriesOf({ emulator }: ShopHarness) {
  return emulator.control.webhooks
    .list()
    .map(({ event, state, attempts }) => [event, state, attempts.map(({ status }) => status)])
}

/** The whole way of an order by webhook: the emulator delivers, retries, doubles, delays and loses. */
export function describeDeliveries(boot: BootShop): void {
  it('S01 S39 is completed by what Scalapay delivers, and answers each event with 200 at once', async () => {
    const harness = await startTold(boot)
    const { emulator, shopper, captures, returnUrl } = harness
    const { token } = await shopper().order()
    emulator.control.approve(token)

    await emulator.control.webhooks.settled()

    expect(captures()).toEqual([token])
    expect(deliveriesOf(harness)).toEqual([
      ['created', 'delivered', [200]],
      ['authorized', 'delivered', [200]],
      ['charged', 'delivered', [200]],
    ])
    expect((await shopper().comeBack(returnUrl(token))).outcome).toBe('paid-now')
  })

  it('S37 is told again after it could not settle the order, and then captures once', async () => {
    const harness = await startTold(boot)
    const { emulator, shopper, captures } = harness
    const { token } = await shopper().order()
    // The first event leads to a look at the order too, which must not meet the fault.
    await emulator.control.webhooks.settled()
    emulator.control.faults.add({ match: { operation: 'getOrder', times: 1 }, effect: 'error-500' })
    emulator.control.approve(token)
    await emulator.control.webhooks.settled()
    expect(captures()).toEqual([])

    await emulator.control.clock.advance(10_000)

    expect(captures()).toEqual([token])
    expect(deliveriesOf(harness)).toContainEqual(['authorized', 'delivered', [503, 200]])
  })

  it.each<[string, WebhookSettingsChange]>([
    ['S29 every event comes twice', { duplicate: true }],
    ['S30 events come out of order', { shuffle: true, shuffleWindowMs: 5_000 }],
    ['S04 events come late', { delayMs: 5_000 }],
  ])('%s, and the order is captured once', async (_what, settings) => {
    const harness = await startTold(boot, settings)
    const { emulator, shopper, captures } = harness
    const { token } = await shopper().order()
    emulator.control.approve(token)

    await emulator.control.clock.advance(60_000)

    expect(captures()).toEqual([token])
    const states = deliveriesOf(harness).map(([, state]) => state)
    expect(new Set(states)).toEqual(new Set(['delivered']))
  })

  it('S02 loses no order when every event is lost', async () => {
    const { shop, emulator, shopper, captures } = await startTold(boot, { drop: true })
    const { token } = await shopper().order()
    emulator.control.approve(token)
    await emulator.control.clock.advance(60_000)
    expect(captures()).toEqual([])

    await shop.sweep()

    expect(captures()).toEqual([token])
  })
}
