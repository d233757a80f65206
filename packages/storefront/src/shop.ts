import type { Logger, Scalapay } from '@scalapay-kit/core'
import type { Ids } from './domain/ids.js'
import type { CartStore } from './store/cart-store.js'
import type { OrderStore } from './store/order-store.js'

/** What a shop works with, whichever framework it is built on. */
export interface Shop {
  readonly scalapay: Scalapay
  readonly orders: OrderStore
  readonly carts: CartStore
  readonly ids: Ids
  /** Where shoppers reach the shop, without a slash at the end. */
  shopUrl(): string
}

/** Where a shop notes what happens; pino fits as it is. */
export type ShopLog = Pick<Logger, 'info' | 'warn' | 'error'>
