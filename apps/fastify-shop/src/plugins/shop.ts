import fp from 'fastify-plugin'
import type { Shop } from 'storefront'

declare module 'fastify' {
  interface FastifyInstance {
    /** What every route works with. */
    shop: Shop
  }
}

/** The parts of the shop that Fastify does not give. */
export interface ShopParts extends Pick<Shop, 'orders' | 'carts' | 'ids'> {
  /** Where shoppers reach the shop, if not where it listens. */
  readonly publicUrl: string | undefined
}

/** Puts the shop together, around the client that the Scalapay plugin made. */
export const shop = fp<ShopParts>(
  async (app, { orders, carts, ids, publicUrl }) => {
    const shopUrl = () => publicUrl ?? app.listeningOrigin
    app.decorate('shop', { scalapay: app.scalapay, orders, carts, ids, shopUrl })
  },
  { name: 'shop', dependencies: ['@scalapay-kit/fastify'] },
)
