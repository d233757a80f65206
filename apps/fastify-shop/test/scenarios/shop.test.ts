import { type BootShop, describeShopScenarios } from '@scalapay-kit/contract'
import { buildShop } from '../../src/index.js'

const boot: BootShop = async ({ scalapay, stores, acknowledgeAfterMs }) => {
  const messages: string[] = []
  const write = (line: string) => void messages.push(JSON.parse(line).msg)
  const app = buildShop({
    scalapay,
    orders: stores.orders,
    carts: stores.carts,
    webhooks: {
      store: stores.webhooks,
      ...(acknowledgeAfterMs !== undefined && { acknowledgeAfterMs }),
    },
    cookieSecret: 'the same in every process of the shop',
    logger: { level: 'info', stream: { write } },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, sweep: () => app.sweep(), log: () => messages, close: () => app.close() }
}

describeShopScenarios('Fastify', boot)
