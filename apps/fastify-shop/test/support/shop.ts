import { Browser, FormShopper, type Visit } from '@scalapay-kit/contract'
import type { ScalapayOptions } from '@scalapay-kit/core'
import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import type { FastifyInstance } from 'fastify'
import { MemoryCartStore, MemoryOrderStore } from 'storefront'
import { onTestFinished } from 'vitest'
import { buildShop } from '../../src/index.js'

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string }

export interface TestShop {
  readonly app: FastifyInstance
  readonly url: string
  readonly emulator: Emulator
  readonly log: LogLine[]
  /** A shopper's browser of its own. */
  browser(): Browser
}

/** Something that is done to a shop before it starts. */
type Change = (app: FastifyInstance) => void

/** Starts the shop against an emulator of its own; both close when the test ends. */
export async function startShop(
  scalapay: Partial<ScalapayOptions> = {},
  change: Change = () => undefined,
): Promise<TestShop> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  onTestFinished(() => emulator.close())
  const stores = { orders: new MemoryOrderStore(), carts: new MemoryCartStore() }
  return start(emulator, stores, { scalapay, change })
}

async function start(
  emulator: Emulator,
  stores: { orders: MemoryOrderStore; carts: MemoryCartStore },
  { scalapay, change }: { scalapay: Partial<ScalapayOptions>; change: Change },
): Promise<TestShop> {
  const log: LogLine[] = []
  const app = buildShop({
    ...stores,
    scalapay: {
      apiKey: emulator.merchantKey,
      environment: 'emulator',
      baseUrl: emulator.url,
      ...scalapay,
    },
    cookieSecret: 'the same in every process of the shop',
    logger: { level: 'info', stream: { write: (line: string) => log.push(JSON.parse(line)) } },
  })
  onTestFinished(() => app.close())
  change(app)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    app,
    url,
    emulator,
    log,
    browser: () => new Browser(url),
  }
}

/** Fills the cart and leaves for Scalapay's checkout. */
export function goToCheckout(browser: Browser, skus?: readonly string[]) {
  return new FormShopper(browser).order(skus)
}

/** Buys the given articles and ends on the page of the paid order. */
export async function buy(shop: TestShop, browser: Browser, skus?: readonly string[]) {
  const { token } = await goToCheckout(browser, skus)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  const { location } = await browser.get(redirectUrl)
  const page: Visit = await browser.get(location)
  const path = location.split('?')[0] ?? ''
  return { token, redirectUrl, path, page }
}

/** The money movements that the emulator saw. */
export async function ledgerOf(
  shop: TestShop,
): Promise<{ kind: string; cents: number; token: string }[]> {
  const entries = await shop.emulator.control.ledger()
  return entries.map(({ kind, amountInCents, orderToken }) => ({
    kind,
    cents: amountInCents,
    token: orderToken,
  }))
}
