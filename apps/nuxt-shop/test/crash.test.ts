import { createMemoryWebhookStore } from '@scalapay-kit/core/webhooks'
import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { MemoryCartStore, MemoryOrderStore, type ShopStores, serveStores } from 'storefront'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { startNuxtShop } from '../src/start.js'
import { NuxtShopper } from './support/nuxt-shopper.js'

let emulator: Emulator
let stores: ShopStores
let storesUrl: string

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  stores = {
    orders: new MemoryOrderStore(),
    carts: new MemoryCartStore(),
    webhooks: createMemoryWebhookStore(),
  }
  const served = await serveStores(stores)
  storesUrl = served.url
  return () => Promise.all([emulator.close(), served.close()])
})

async function startProcess() {
  const { merchantKey: apiKey, url: baseUrl } = emulator
  const shop = await startNuxtShop({
    scalapay: { apiKey, environment: 'emulator', baseUrl },
    env: { NUXT_STORES_URL: storesUrl },
  })
  onTestFinished(() => shop.close())
  return shop
}

const hasCalled = () => emulator.control.requests().some(({ path }) => path.endsWith('/capture'))
const hasPaid = () => emulator.control.ledger().length > 0

it.each([
  ['before the capture is made', { latencyMs: 200 }, hasCalled],
  ['before it has the answer', 'drip', hasPaid],
] as const)(
  'S16 captures once when it dies %s, and another process goes on',
  async (_when, effect, isUnderWay) => {
    const shop = await startProcess()
    const { token } = await new NuxtShopper(shop.url).order()
    const { pathname, search } = new URL(emulator.control.approve(token).redirectUrl)
    emulator.control.faults.add({ match: { operation: 'capturePayment', times: 1 }, effect })
    const lost = new NuxtShopper(shop.url).comeBack(pathname + search).catch(() => 'lost')
    while (!isUnderWay()) await turn()
    await shop.close('SIGKILL')
    expect(await lost).toBe('lost')
    expect((await stores.orders.byToken(token))?.status).toBe('open')

    const next = await startProcess()
    const { outcome } = await new NuxtShopper(next.url).comeBack(pathname + search)

    expect(outcome).toBe('paid-now')
    const ledger = emulator.control.ledger().map(({ kind, orderToken }) => [kind, orderToken])
    expect(ledger).toEqual([['capture', token]])
  },
)

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
