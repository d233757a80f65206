import type { ScalapayOptions } from '@scalapay-kit/core'
import type { WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'
import type { CartStore } from './store/cart-store.js'
import type { OrderStore } from './store/order-store.js'

/** What a shop is built from, whichever framework it is built on. */
export interface ShopOptions {
  /** The options of the Scalapay client. */
  scalapay: ScalapayOptions
  /**
   * Where shoppers reach the shop; Scalapay sends them back there.
   * @default the address it listens on
   */
  publicUrl?: string | undefined
  /** @default in memory */
  orders?: OrderStore
  /** @default in memory */
  carts?: CartStore
  /** Signs the cart cookie. @default random, so that carts end with the process */
  cookieSecret?: string
  /**
   * How deliveries of Scalapay are received: where they are noted, and how long they may take.
   * @default in memory, with the limits of the receiver
   */
  webhooks?: Pick<WebhookReceiverOptions, 'store' | 'acknowledgeAfterMs'>
}
