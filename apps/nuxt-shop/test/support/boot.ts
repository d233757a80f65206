import type { BootShop, ShopSetup } from '@scalapay-kit/contract'
import { type ServedStores, serveStores } from 'storefront'
import { onTestFinished } from 'vitest'
import { startNuxtShop } from '../../src/start.js'
import { NuxtShopper } from './nuxt-shopper.js'

const SWEEP_SECRET = 'a secret of the scheduler'
const NEVER_MS = 3_600_000

/** One database for all processes of a shop. */
const served = new WeakMap<ShopSetup['stores'], Promise<ServedStores>>()

/** Starts the built shop, as a process that shares its stores with the others. */
export const bootNuxtShop: BootShop = async ({ scalapay, stores, acknowledgeAfterMs }) => {
  const { url: storesUrl } = await serveForTest(stores)
  const { apiKey, baseUrl = '' } = scalapay
  const shop = await startNuxtShop({
    scalapay: { apiKey, environment: 'emulator', baseUrl },
    sweepEveryMs: NEVER_MS,
    env: {
      NUXT_STORES_URL: storesUrl,
      NUXT_SWEEP_SECRET: SWEEP_SECRET,
      NUXT_SCALAPAY_MAX_ATTEMPTS: '1',
      ...(acknowledgeAfterMs !== undefined && {
        NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS: String(acknowledgeAfterMs),
      }),
    },
  })
  return {
    url: shop.url,
    sweep: () => sweep(shop.url),
    log: () => messagesIn(shop.printed()),
    printed: () => shop.printed(),
    close: () => shop.close(),
    shopper: () => new NuxtShopper(shop.url),
  }
}

function serveForTest(stores: ShopSetup['stores']): Promise<ServedStores> {
  const known = served.get(stores)
  if (known !== undefined) return known
  const started = serveStores(stores)
  served.set(stores, started)
  onTestFinished(async () => (await started).close())
  return started
}

async function sweep(shopUrl: string): Promise<void> {
  const headers = { authorization: `Bearer ${SWEEP_SECRET}` }
  const { status } = await fetch(`${shopUrl}/sweep`, { method: 'POST', headers })
  if (status !== 200) throw new Error(`The sweep was answered with ${status}.`)
}

/** Without the mark of its level before a message, and the fields that follow it. */
function messagesIn(printed: string): string[] {
  return [...printed.matchAll(/\[shop\] +\S+ +(.+?)(?= \{|$)/gm)].map(([, message = '']) => message)
}
