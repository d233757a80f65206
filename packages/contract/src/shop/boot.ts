import type { ScalapayOptions } from '@scalapay-kit/core'
import type { ShopStores } from 'storefront'
import type { Shopper } from './shopper.js'

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
  /** All that it has written, with every field. */
  printed(): string
  /** Stops it as a deployment would: it ends when its work has ended. May be called twice. */
  close(): Promise<unknown>
  /** A shopper with a browser of their own; left out where the shop serves the pages of `storefront`. */
  shopper?(): Shopper
}

/** Starts a process of the shop, listening on a free port. It rejects when the set-up is wrong. */
export type BootShop = (setup: ShopSetup) => Promise<ShopUnderTest>
