import { type BootShop, describeShopScenarios } from '@scalapay-kit/contract'
import { buildShop } from '../../src/index.js'

const boot: BootShop = async ({ scalapay, stores, acknowledgeAfterMs }) => {
  const lines: string[] = []
  const app = buildShop({
    scalapay,
    orders: stores.orders,
    carts: stores.carts,
    webhooks: {
      store: stores.webhooks,
      ...(acknowledgeAfterMs !== undefined && { acknowledgeAfterMs }),
    },
    cookieSecret: 'the same in every process of the shop',
    logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    sweep: () => app.sweep(),
    log: () => lines.map((line) => JSON.parse(line).msg),
    printed: () => lines.join(''),
    close: () => app.close(),
  }
}

describeShopScenarios('Fastify', boot)
