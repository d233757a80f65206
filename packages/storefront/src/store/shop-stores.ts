import type { WebhookStore } from '@scalapay-kit/core/webhooks'
import type { CartStore } from './cart-store.js'
import type { OrderStore } from './order-store.js'

/** What all processes of one shop share: its database. */
export interface ShopStores {
  readonly orders: OrderStore
  readonly carts: CartStore
  /** Which webhooks were handled. */
  readonly webhooks: WebhookStore
}

/** Every step that a process may ask a database for. */
export const STEPS: { readonly [Name in keyof ShopStores]: StepsOf<ShopStores[Name]> } = {
  orders: {
    addOnce: true,
    byId: true,
    byToken: true,
    open: true,
    bindFirstCheckout: true,
    claimCart: true,
    releaseCart: true,
    markPaid: true,
    markTold: true,
    markUnpaid: true,
    startRefund: true,
    endRefund: true,
  },
  carts: { read: true, write: true, retire: true, isRetired: true },
  webhooks: { claim: true, complete: true, release: true },
}

/** As an object, so that the compiler misses a step that is left out. */
type StepsOf<Store> = Readonly<Record<keyof Store, true>>
