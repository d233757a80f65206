import fp from 'fastify-plugin'
import type { Ids } from '../domain/ids.js'
import type { CartStore } from '../store/cart-store.js'
import type { OrderStore } from '../store/order-store.js'

declare module 'fastify' {
  interface FastifyInstance {
    orders: OrderStore
    carts: CartStore
    ids: Ids
    /** Where shoppers reach this shop, without a slash at the end. */
    shopUrl(): string
  }
}

export interface StoresOptions {
  readonly orders: OrderStore
  readonly carts: CartStore
  readonly ids: Ids
  readonly publicUrl: string | undefined
}

/** What every route works with. */
export const stores = fp<StoresOptions>(
  async (app, { orders, carts, ids, publicUrl }) => {
    app.decorate('orders', orders)
    app.decorate('carts', carts)
    app.decorate('ids', ids)
    app.decorate('shopUrl', () => publicUrl ?? app.listeningOrigin)
  },
  { name: 'stores' },
)
