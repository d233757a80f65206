import { createMemoryWebhookStore } from '@scalapay-kit/core/webhooks'
import { beforeEach, expect, it } from 'vitest'
import {
  connectStores,
  MemoryCartStore,
  MemoryOrderStore,
  type ShopStores,
  serveStores,
} from '../../src/index.js'
import { cart, placedOrder } from '../support/placed-order.js'

const order = placedOrder('a')

let url: string
let local: ShopStores
let remote: ShopStores

beforeEach(async () => {
  local = {
    orders: new MemoryOrderStore(),
    carts: new MemoryCartStore(),
    webhooks: createMemoryWebhookStore(),
  }
  const served = await serveStores(local)
  url = served.url
  remote = connectStores(url)
  return () => served.close()
})

it('gives an order as it is kept, with what it does not have yet left out', async () => {
  await remote.orders.addOnce(order)
  expect(await remote.orders.byId('a')).toEqual(await local.orders.byId('a'))
  expect(await remote.orders.byToken('none')).toBeUndefined()
})

it('gives carts as maps', async () => {
  await remote.carts.write('cart', cart)
  expect(await remote.carts.read('cart')).toEqual(cart)
})

it('lets one process have what only one may have', async () => {
  const other = connectStores(url)
  const claims = [remote, other].map(({ webhooks }) => webhooks.claim('key', 60_000))
  expect((await Promise.all(claims)).sort()).toEqual(['claimed', 'in-progress'])
})

it('forgets a refund that ended as undefined', async () => {
  await local.orders.addOnce(order)
  await local.orders.markPaid('a')
  await remote.orders.startRefund('a', 'r1', order.totals.total)
  await remote.orders.endRefund('a', 'r1', undefined)
  expect((await local.orders.byId('a'))?.refunds).toEqual([])
})

it('says what a store said when it could not', async () => {
  await expect(remote.orders.markPaid('none')).rejects.toThrow(
    /No order none: addOnce\(\) it first/,
  )
})

it.each([
  ['the wrong secret', () => url.replace(/.$/, '_')],
  ['no secret', () => new URL(url).origin],
])('does nothing for %s, and says what to set', async (_what, wrong) => {
  const stranger = connectStores(wrong())
  await expect(stranger.carts.write('cart', cart)).rejects.toThrow(/set NUXT_STORES_URL/)
  expect(await local.carts.read('cart')).toEqual(new Map())
})

it.each(['orders/constructor', 'orders/toString', 'constructor/call', 'orders', ''])(
  'knows no step %j',
  async (path) => {
    const { status } = await fetch(`${url}/${path}`, { method: 'POST' })
    expect(status).toBe(404)
  },
)
