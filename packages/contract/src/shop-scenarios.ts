import { describe } from 'vitest'
import type { BootShop } from './shop-boot.js'
import { describeShopDatabase } from './shop-database.js'
import { describeDeliveries } from './shop-deliveries.js'
import { describeShopOperation } from './shop-operation.js'
import { describeReturns } from './shop-returns.js'
import { describeShopWebhooks } from './shop-webhooks.js'

/** What the suite has to know of a shop. */
export interface ShopScenarioOptions {
  /**
   * Whether the shop keeps to stores of its own instead of those that it is given, because it runs as another process:
   * then the cases that take two processes of one shop, or a hand in its database, are left out.
   * @default false
   */
  readonly ownStores?: boolean
}

/**
 * What a shop must survive, run against a real one: shoppers who never come back, deliveries that come twice, late, out
 * of order or from somebody else, answers that are lost, deployments in the middle. The oracle is the emulator's ledger.
 *
 * @param name of the shop
 * @param boot starts a process of it
 */
export function describeShopScenarios(
  name: string,
  boot: BootShop,
  { ownStores = false }: ShopScenarioOptions = {},
): void {
  describe(`the shop on ${name}`, () => {
    describeReturns(boot)
    describeShopWebhooks(boot)
    describeDeliveries(boot)
    describeShopOperation(boot)
    if (!ownStores) describeShopDatabase(boot)
  })
}
