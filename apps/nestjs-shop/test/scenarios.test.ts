import { inspect } from 'node:util'
import type { LoggerService } from '@nestjs/common'
import { type BootShop, describeShopScenarios } from '@scalapay-kit/contract'
import { createShop, SweepService } from '../src/index.js'

const boot: BootShop = async ({ scalapay, stores, acknowledgeAfterMs }) => {
  const written: unknown[][] = []
  const write = (...line: unknown[]) => void written.push(line)
  const logger: LoggerService = { log: write, warn: write, error: write }
  const { orders, carts, webhooks: store } = stores
  const app = await createShop(
    () => ({
      scalapay,
      orders,
      carts,
      webhooks: { store, acknowledgeAfterMs },
      cookieSecret: 'the same in every process of the shop',
    }),
    logger,
  )
  await app.listen(0, '127.0.0.1')
  return {
    url: await app.getUrl(),
    sweep: () => app.get(SweepService, { strict: false }).sweep(),
    // Without the fields that follow a message.
    log: () => written.map(([line]) => String(line).replace(/ \w+=.*/, '')),
    printed: () => inspect(written, { depth: null, maxArrayLength: null, maxStringLength: null }),
    close: () => app.close(),
  }
}

describeShopScenarios('Nest', boot)
