import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryOrderStore } from '../../src/store/memory-order-store.js'
import { placedOrder } from '../support/placed-order.js'

let store: MemoryOrderStore
let now: number

beforeEach(async () => {
  now = 0
  store = new MemoryOrderStore(() => now)
  for (const id of ['a', 'b']) await store.addOnce(placedOrder(id))
})

describe('orders that money may still come for', () => {
  const FORTY_MINUTES = 2_400_000
  const refs = async () => (await store.open()).map(({ id }) => id)

  it.each([
    ['open', ['a', 'b']],
    ['unknown', ['a', 'b']],
    ['declined', ['a', 'b']],
    ['expired', ['b']],
    ['voided', ['b']],
  ] as const)('are told when one is %s: %j', async (status, left) => {
    for (const id of ['a', 'b']) await store.bindFirstCheckout(id, { token: id, checkoutUrl: id })
    await store.markUnpaid('a', 'a', status)
    expect(await refs()).toEqual(left)
  })

  it('do not include a paid one', async () => {
    await store.markPaid('a')
    expect(await refs()).toEqual(['b'])
  })

  it('include a declined one for as long as its checkout lives', async () => {
    now = 1_000
    await store.bindFirstCheckout('a', { token: 'T', checkoutUrl: 'https://x.example/T' })
    await store.bindFirstCheckout('b', { token: 'T2', checkoutUrl: 'https://x.example/T2' })
    await store.markUnpaid('a', 'T', 'declined')
    now = FORTY_MINUTES + 999
    expect(await refs()).toEqual(['a', 'b'])
    now = FORTY_MINUTES + 1_000
    expect(await refs()).toEqual(['b'])
  })

  it('do not include one for which no checkout came in time', async () => {
    await store.bindFirstCheckout('b', { token: 'T2', checkoutUrl: 'https://x.example/T2' })
    now = FORTY_MINUTES
    expect(await refs()).toEqual(['b'])
    expect((await store.byId('a'))?.status).toBe('expired')
  })

  it('include one whose checkout came late: it can be paid now', async () => {
    now = FORTY_MINUTES
    expect(await refs()).toEqual([])
    await store.bindFirstCheckout('a', { token: 'T', checkoutUrl: 'https://x.example/T' })
    expect(await refs()).toEqual(['a'])
    expect((await store.byId('a'))?.status).toBe('open')
  })
})
