import { describe } from 'vitest'
import type { BootShop } from './boot.js'
import { describeShopDatabase } from './database.js'
import { describeDeliveries } from './deliveries.js'
import { describeGoLive } from './go-live.js'
import { describeLostAnswers } from './lost-answers.js'
import { describeShopOperation } from './operation.js'
import { describeRefunds } from './refunds.js'
import { describeReturns } from './returns.js'
import { describeUnpaid } from './unpaid.js'
import { describeShopWebhooks } from './webhooks.js'

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
