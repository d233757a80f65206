import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import { scalapayPlugin } from '@scalapay-kit/fastify'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import {
  createIds,
  MemoryCartStore,
  MemoryOrderStore,
  type RandomBytes,
  type ShopOptions,
  sampleShopper,
  securityHeaders,
} from 'storefront'
import { cartCookie } from './plugins/cart-cookie.js'
import { pages } from './plugins/pages.js'
import { security } from './plugins/security.js'
import { shop } from './plugins/shop.js'
import { type Schedule, sweep } from './plugins/sweep.js'
import { assetRoutes } from './routes/assets.js'
import { cartRoutes } from './routes/cart.js'
import { checkoutRoutes } from './routes/checkout.js'
import { orderRoutes } from './routes/orders.js'
import { productRoutes } from './routes/products.js'
import { returnRoutes } from './routes/return.js'
import { webhookRoutes } from './routes/webhooks.js'

/** What the shop is built from. */
export interface FastifyShopOptions extends ShopOptions {
  /** @default node:crypto's */
  randomBytes?: RandomBytes
  /** Milliseconds from one sweep of the open orders to the next. @default 60_000 */
  sweepEveryMs?: number
  /** Times the sweep; for tests. @default setTimeout, which does not keep the process alive */
  schedule?: Schedule
  /** Fastify's logger option. @default false */
  logger?: FastifyServerOptions['logger']
}

/** Builds the shop. Nothing runs before `listen()`, `ready()` or `inject()`. */
export function buildShop(options: FastifyShopOptions): FastifyInstance {
  const random = options.randomBytes ?? randomBytes
  const ids = createIds(random)
  const isRealMoney = options.scalapay.environment === 'production'

  const app = Fastify({
    logger: options.logger ?? false,
    // The address of an order is the key to it, and the return address carries its token: neither belongs in a log.
    logController: new LogController({ disableRequestLogging: true }),
    // Fastify's own default waits for ever for a body that arrives slowly, also on the address for webhooks.
    requestTimeout: 30_000,
  })
  app.register(security, { headers: securityHeaders(options.scalapay) })
  app.register(formbody)
  app.register(scalapayPlugin, options.scalapay)
  app.register(shop, {
    orders: options.orders ?? new MemoryOrderStore(),
    carts: options.carts ?? new MemoryCartStore(),
    ids,
    publicUrl: options.publicUrl,
  })
  app.register(cartCookie, {
    secret: options.cookieSecret ?? Buffer.from(random(32)).toString('hex'),
    secure:
      options.publicUrl === undefined ? 'auto' : new URL(options.publicUrl).protocol === 'https:',
  })
  app.register(pages)
  app.register(sweep, {
    everyMs: options.sweepEveryMs ?? 60_000,
    schedule: options.schedule ?? setTimer,
  })

  app.register(assetRoutes)
  app.register(productRoutes)
  app.register(cartRoutes)
  app.register(checkoutRoutes, { sampleShopper: isRealMoney ? undefined : sampleShopper })
  app.register(returnRoutes)
  app.register(webhookRoutes, options.webhooks ?? {})
  app.register(orderRoutes)
  return app
}

function setTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs).unref()
  return () => clearTimeout(timer)
}
