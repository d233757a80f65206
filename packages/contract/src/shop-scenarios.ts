import { describe } from 'vitest'
import type { BootShop } from './shop-boot.js'
import { describeShopDatabase } from './shop-database.js'
import { describeDeliveries } from './shop-deliveries.js'
import { describeGoLive } from './shop-go-live.js'
import { describeLostAnswers } from './shop-lost-answers.js'
import { describeShopOperation } from './shop-operation.js'
import { describeRefunds } from './shop-refunds.js'
import { describeReturns } from './shop-returns.js'
import { describeUnpaid } from './shop-unpaid.js'
import { describeShopWebhooks } from './shop-webhooks.js'

/**
 * What a shop must survive, run against a real one: shoppers who never come back, deliveries that come twice, late, out
 * of order or from somebody else, answers that are lost, deployments in the middle. The oracle is the emulator's ledger.
 *
 * @param name of the shop
 * @param boot starts a process of it
 */
export function describeShopScenarios(name: string, boot: BootShop): void {
  describe(`the shop on ${name}`, () => {
    describeReturns(boot)
    describeShopWebhooks(boot)
    describeDeliveries(boot)
    describeShopOperation(boot)
    describeShopDatabase(boot)
    describeUnpaid(boot)
    describeLostAnswers(boot)
    describeRefunds(boot)
    describeGoLive(boot)
  })
}
