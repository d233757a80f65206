import { createMemoryWebhookStore, signWebhook } from '@scalapay-kit/core/webhooks'
import { type Emulator, type LedgerEntry, startEmulator } from '@scalapay-kit/emulator'
import { MemoryCartStore, MemoryOrderStore, type ShopOrder } from 'storefront'
import { onTestFinished } from 'vitest'
import { overHttp } from '../http.js'
import type { BootShop, ShopSetup, ShopUnderTest } from './boot.js'
import { Browser } from './browser.js'
import { FormShopper } from './form-shopper.js'
import type { Shopper } from './shopper.js'

/** Where every shop takes its deliveries. */
export const WEBHOOK_PATH = '/webhooks/scalapay'

/** How a delivery differs from a genuine one that comes at once. */
export interface ShopDelivery {
  /** Which process gets it. */
  readonly to?: ShopUnderTest
  readonly apiKey?: string
  /** Epoch milliseconds. */
  readonly timestamp?: number
}

/** A shop with an emulator of its own in place of Scalapay. */
export interface ShopHarness {
  readonly shop: ShopUnderTest
  readonly emulator: Emulator
  readonly setup: ShopSetup
  /** Another process of the same shop. */
  second(): Promise<ShopUnderTest>
  shopper(at?: ShopUnderTest): Shopper
  /** Tells the shop what became of an order, and gives the status of its answer. */
  deliver(status: string, token: string, delivery?: ShopDelivery): Promise<number>
  /** Where Scalapay sends the shopper of this order back to, with more in the query when told so. */
  returnUrl(token: string, more?: string): string
  /** The captures in the emulator's ledger, as tokens. */
  captures(): string[]
  /** The refunds in the emulator's ledger, in cents. */
  refunds(): number[]
  /** How the shop has the order of this token. */
  orderOf(token: string): Promise<ShopOrder>
}

/** Where a scenario departs from the usual set-up. */
export interface HarnessOptions extends Pick<ShopSetup, 'acknowledgeAfterMs'> {
  readonly emulator?: Emulator
  readonly apiKey?: string
}

/** Starts a shop for the time of a test. */
export async function startShopHarness(
  boot: BootShop,
  { emulator: given, apiKey, ...more }: HarnessOptions = {},
): Promise<ShopHarness> {
  const emulator = given ?? (await startShopEmulator())
  const setup: ShopSetup = {
    scalapay: {
      apiKey: apiKey ?? emulator.merchantKey,
      environment: 'emulator',
      baseUrl: emulator.url,
      retry: false,
    },
    stores: {
      orders: new MemoryOrderStore(),
      carts: new MemoryCartStore(),
      webhooks: createMemoryWebhookStore(),
    },
    ...more,
  }
  const start = async () => {
    const started = await boot(setup)
    onTestFinished(async () => void (await started.close()))
    return started
  }
  const shop = await start()

  const deliver: ShopHarness['deliver'] = async (status, token, delivery = {}) => {
    const { to = shop, timestamp = Date.now() } = delivery
    const rawBody = bodyOf(emulator, status, token)
    const key = delivery.apiKey ?? setup.scalapay.apiKey
    const signature = await signWebhook({ rawBody, apiKey: key, timestamp })
    const headers = Object.entries({ 'content-type': 'application/json', ...signature })
    return (await overHttp(to.url)({ path: WEBHOOK_PATH, headers, body: rawBody })).status
  }
  return {
    shop,
    emulator,
    setup,
    second: start,
    shopper: (at = shop) => at.shopper?.() ?? new FormShopper(new Browser(at.url)),
    deliver,
    returnUrl: (token, more) => returnUrl(emulator, token, more),
    captures: () => movements(emulator, 'capture').map(({ orderToken }) => orderToken),
    refunds: () => movements(emulator, 'refund').map(({ amountInCents }) => amountInCents),
    orderOf: async (token) => {
      const order = await setup.stores.orders.byToken(token)
      if (order === undefined) throw new Error(`The shop has no order of the token ${token}.`)
      return order
    },
  }
}

/** An emulator whose clock stands still. */
export async function startShopEmulator(merchantKeys?: readonly string[]): Promise<Emulator> {
  const keys = merchantKeys === undefined ? {} : { merchantKeys }
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual', ...keys })
  onTestFinished(() => emulator.close())
  return emulator
}

function movements({ control }: Emulator, kind: LedgerEntry['kind']): LedgerEntry[] {
  return control.ledger().filter((entry) => entry.kind === kind)
}

function bodyOf(emulator: Emulator, status: string, orderToken: string): string {
  const { merchantReference, totalInCents } = emulator.control.order(orderToken)
  return JSON.stringify({ merchantReference, totalAmount: totalInCents / 100, status, orderToken })
}

function returnUrl(emulator: Emulator, token: string, more = ''): string {
  const { merchant } = emulator.control.order(token).payload as {
    merchant?: { redirectConfirmUrl?: string }
  }
  return `${merchant?.redirectConfirmUrl}?orderToken=${token}${more}`
}
