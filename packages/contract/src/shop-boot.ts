import type { ScalapayOptions } from '@scalapay-kit/core'
import type { ShopStores } from 'storefront'

/** What a shop is started with. */
export interface ShopSetup {
  /** For the client, and its key for the webhooks. No retries, so that each scenario decides what is repeated. */
  readonly scalapay: ScalapayOptions & { readonly apiKey: string }
  readonly stores: ShopStores
  /** For the webhook route. */
  readonly acknowledgeAfterMs?: number
}

/** A shop that is listening. It takes deliveries at `/webhooks/scalapay`. */
export interface ShopUnderTest {
  /** Where shoppers reach it. */
  readonly url: string
  /** Settles the open orders now, as the shop does on its schedule. */
  sweep(): Promise<unknown>
  /** The messages that it has logged. */
  log(): readonly string[]
  /** Stops it as a deployment would: it ends when its work has ended. May be called twice. */
  close(): Promise<unknown>
  /** A shopper with a browser of their own; left out where the shop serves the pages of `storefront`. */
  shopper?(): Shopper
}

/** Starts a process of the shop, listening on a free port. It rejects when the set-up is wrong. */
export type BootShop = (setup: ShopSetup) => Promise<ShopUnderTest>

/** Where a shopper ends who comes back from the checkout: one of the states of the storefront, or a notice on the order. */
export interface Landing {
  /** `paid-now`, `already-paid`, a state such as `pending`, or `not-found`. */
  readonly outcome: string
  /** The path of the page. */
  readonly path: string
}

/** What shoppers do, whatever the pages look like. */
export interface Shopper {
  /** Puts articles into the cart and leaves for the checkout. */
  order(skus?: readonly string[]): Promise<{ readonly token: string }>
  /** Opens an address that Scalapay sends shoppers back to. */
  comeBack(address: string): Promise<Landing>
}
