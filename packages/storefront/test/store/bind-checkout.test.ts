import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Checkout,
  linesOf,
  MemoryOrderStore,
  sampleShopper,
  totalsOf,
} from '../../src/index.js'

const opened = (token: string): Checkout => ({ token, checkoutUrl: `https://x.example/${token}` })

let store: MemoryOrderStore

beforeEach(async () => {
  store = new MemoryOrderStore()
  const lines = linesOf(new Map([['12341235', 1]]))
  await store.addOnce({
    id: 'a',
    merchantReference: 'ref-a',
    cartId: 'cart',
    shopper: sampleShopper,
    lines,
    totals: totalsOf(lines),
  })
})

describe('bindCheckout', () => {
  it('puts another token in the place of the one before', async () => {
    await store.bindCheckout('a', opened('T1'))
    await store.bindCheckout('a', { token: 'T2' })
    expect((await store.byId('a'))?.checkout).toEqual({ token: 'T2' })
    expect(await store.byToken('T1')).toBeUndefined()
  })

  it('keeps the address of a checkout whose token is bound again', async () => {
    await store.bindCheckout('a', opened('T1'))
    await store.bindCheckout('a', { token: 'T1' })
    expect((await store.byId('a'))?.checkout).toEqual(opened('T1'))
  })
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
    if (before !== undefined) await store.bindCheckout('a', before)
    expect(await store.bindFirstCheckout('a', checkout)).toEqual(after)
    expect((await store.byId('a'))?.checkout).toEqual(after)
  })
})
