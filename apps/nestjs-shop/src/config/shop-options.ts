import type { ScalapayOptions } from '@scalapay-kit/core'
import type { ScalapayWebhookSettings } from '@scalapay-kit/nestjs'
import type { CartStore, OrderStore } from 'storefront'

/** What the shop is built from; `ConfigService` gives it to whoever needs a part. */
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
  /** How deliveries of Scalapay are received. @default in memory, with the limits of the module */
  webhooks?: Pick<ScalapayWebhookSettings, 'store' | 'acknowledgeAfterMs'>
}
