import { beforeEach, describe, expect, it } from 'vitest'
import { type Checkout, MemoryOrderStore } from '../../src/index.js'
import { placedOrder } from '../support/placed-order.js'

const opened = (token: string): Checkout => ({ token, checkoutUrl: `https://x.example/${token}` })

let store: MemoryOrderStore

beforeEach(async () => {
  store = new MemoryOrderStore()
  await store.addOnce(placedOrder('a'))
})

describe('bindFirstCheckout', () => {
  it.each([
    [
      'binds a checkout that was found to an order that has none',
      undefined,
      { token: 'T1' },
      { token: 'T1' },
    ],
    ['binds one that was opened to an order that has none', undefined, opened('T1'), opened('T1')],
    ['adds the address when the same one is opened', { token: 'T1' }, opened('T1'), opened('T1')],
    ['keeps the address when the same one is found', opened('T1'), { token: 'T1' }, opened('T1')],
    ['prefers one that a shopper can be sent to', { token: 'T1' }, opened('T2'), opened('T2')],
    [
      'keeps the one that was opened when another is found',
      opened('T1'),
      { token: 'T2' },
      opened('T1'),
    ],
    [
      'keeps the one that was opened when another is opened',
      opened('T1'),
      opened('T2'),
      opened('T1'),
    ],
    [
      'keeps the one that was found when another is found',
      { token: 'T1' },
      { token: 'T2' },
      { token: 'T1' },
    ],
  ])('%s', async (_title, before, checkout, after) => {
    if (before !== undefined) await store.bindFirstCheckout('a', before)
    expect(await store.bindFirstCheckout('a', checkout)).toEqual(after)
    expect((await store.byId('a'))?.checkout).toEqual(after)
  })

  it('keeps the checkout by which the order was paid', async () => {
    await store.bindFirstCheckout('a', { token: 'T1' })
    await store.markPaid('a')
    expect(await store.bindFirstCheckout('a', opened('T2'))).toEqual({ token: 'T1' })
  })

  it('finds an order by the token that it has now, and no longer by the one before', async () => {
    await store.bindFirstCheckout('a', { token: 'T1' })
    await store.bindFirstCheckout('a', opened('T2'))
    expect((await store.byToken('T2'))?.id).toBe('a')
    expect(await store.byToken('T1')).toBeUndefined()
  })

  it.each([
    ['opens an order again', 'expired', 'open'],
    ['leaves one open', 'open', 'open'],
    ['leaves one unknown, whose money may have moved', 'unknown', 'unknown'],
  ] as const)('%s that the checkout before has left %s', async (_title, before, after) => {
    await store.bindFirstCheckout('a', { token: 'T1' })
    await store.markUnpaid('a', 'T1', before)
    await store.bindFirstCheckout('a', opened('T2'))
    expect((await store.byId('a'))?.status).toBe(after)
  })

  it('leaves an order closed whose checkout is bound once more', async () => {
    await store.bindFirstCheckout('a', { token: 'T1' })
    await store.markUnpaid('a', 'T1', 'expired')
    await store.bindFirstCheckout('a', opened('T1'))
    expect((await store.byId('a'))?.status).toBe('expired')
  })

  it('leaves a paid order paid', async () => {
    await store.bindFirstCheckout('a', { token: 'T1' })
    await store.markPaid('a')
    await store.bindFirstCheckout('a', opened('T2'))
    expect((await store.byId('a'))?.status).toBe('paid')
  })
})

describe('markUnpaid', () => {
  it.each(['expired', 'declined', 'voided', 'unknown'] as const)(
    'changes nothing when the checkout that reads as %s is not the one that the order has now',
    async (status) => {
      await store.bindFirstCheckout('a', { token: 'T1' })
      await store.bindFirstCheckout('a', opened('T2'))
      expect(await store.markUnpaid('a', 'T1', status)).toBe(false)
      expect((await store.byId('a'))?.status).toBe('open')
      await store.markUnpaid('a', 'T2', status)
      expect((await store.byId('a'))?.status).toBe(status)
    },
  )
})
