import type { LoggerService } from '@nestjs/common'
import { type BootShop, describeShopScenarios } from '@scalapay-kit/contract'
import { createShop, SweepService } from '../src/index.js'

const boot: BootShop = async ({ scalapay, stores, acknowledgeAfterMs }) => {
  const messages: string[] = []
  // Without the fields that follow a message.
  const write = (line: unknown) => void messages.push(String(line).replace(/ \w+=.*/, ''))
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
    log: () => messages,
    close: () => app.close(),
  }
}

describeShopScenarios('Nest', boot)
