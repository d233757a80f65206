import { eur } from '@scalapay-kit/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { refundableAmount } from '../../src/domain/order.js'
import { MemoryOrderStore } from '../../src/store/memory-order-store.js'
import { placedOrder } from '../support/placed-order.js'

let store: MemoryOrderStore
let now: number

beforeEach(async () => {
  now = 0
  store = new MemoryOrderStore(() => now)
  await store.addOnce(placedOrder('a'))
  await store.addOnce(placedOrder('b'))
  await store.bindFirstCheckout('a', { token: 'T1', checkoutUrl: 'https://x.example/T1' })
})

describe('orders', () => {
  it('are added once for one merchant reference', async () => {
    const again = await store.addOnce({ ...placedOrder('c'), merchantReference: 'ref-a' })
    expect(again.id).toBe('a')
  })

  it('are told of as paid for the first time once', async () => {
    expect([await store.markTold('a'), await store.markTold('a')]).toEqual([true, false])
    expect(await store.markTold('b')).toBe(true)
  })

  it('are found by the token that was bound to them', async () => {
    await store.bindFirstCheckout('b', { token: 'T2', checkoutUrl: 'https://x.example/T2' })
    expect((await store.byToken('T2'))?.id).toBe('b')
    expect(await store.byToken('T3')).toBeUndefined()
  })

  it('become paid once', async () => {
    expect(await store.markPaid('a')).toBe(true)
    expect(await store.markPaid('a')).toBe(false)
  })

  it('stay paid whatever comes later', async () => {
    await store.markPaid('a')
    await store.markUnpaid('a', 'T1', 'expired')
    expect((await store.byId('a'))?.status).toBe('paid')
  })

  it.each(['expired', 'declined', 'voided'] as const)('are closed once as %s', async (status) => {
    expect([
      await store.markUnpaid('a', 'T1', status),
      await store.markUnpaid('a', 'T1', status),
    ]).toEqual([true, false])
    expect(await store.markUnpaid('a', 'T1', 'voided')).toBe(false)
  })

  it('are not closed by becoming open or unknown, nor when they are paid', async () => {
    expect(await store.markUnpaid('a', 'T1', 'open')).toBe(false)
    expect(await store.markUnpaid('a', 'T1', 'unknown')).toBe(false)
    await store.markPaid('a')
    expect(await store.markUnpaid('a', 'T1', 'expired')).toBe(false)
  })

  it('become paid after they were declined, because Scalapay has the last word', async () => {
    await store.markUnpaid('a', 'T1', 'declined')
    expect(await store.markPaid('a')).toBe(true)
  })
})

describe('claims on a cart', () => {
  it('are shared by requests for the same order', async () => {
    expect(await store.claimCart('a')).toBe('go')
    expect(await store.claimCart('a')).toBe('go')
  })

  it('keep other orders waiting until the last request is done', async () => {
    await store.claimCart('a')
    await store.claimCart('a')
    await store.releaseCart('a')
    expect(await store.claimCart('b')).toBe('busy')
    await store.releaseCart('a')
    expect(await store.claimCart('b')).toBe('go')
  })

  it('end by themselves, as the process that made them may have died', async () => {
    await store.claimCart('a')
    now = 599_999
    expect(await store.claimCart('b')).toBe('busy')
    now = 600_000
    expect(await store.claimCart('b')).toBe('go')
  })

  it('are refused for good once another order has paid', async () => {
    await store.markPaid('a')
    expect(await store.claimCart('b')).toBe('paid-elsewhere')
  })

  it('wait while the outcome of another order is unknown', async () => {
    await store.markUnpaid('a', 'T1', 'unknown')
    expect(await store.claimCart('b')).toBe('busy')
  })

  it('wait too while Scalapay only says that nothing is decided', async () => {
    await store.markUnpaid('a', 'T1', 'unknown')
    await store.markUnpaid('a', 'T1', 'open')
    expect(await store.claimCart('b')).toBe('busy')
  })

  it('do not touch other carts', async () => {
    await store.addOnce(placedOrder('c', 'another cart'))
    await store.markPaid('a')
    expect(await store.claimCart('c')).toBe('go')
  })
})

describe('a declined order', () => {
  it('is closed once, whatever Scalapay shows meanwhile', async () => {
    const closed: boolean[] = []
    for (const status of ['declined', 'open', 'declined'] as const) {
      closed.push(await store.markUnpaid('a', 'T1', status))
    }
    expect(closed).toEqual([true, false, false])
  })
})

describe('refunds', () => {
  beforeEach(async () => {
    await store.markPaid('a')
  })

  it('are refused before the order is paid', async () => {
    expect(await store.startRefund('b', 'r1', eur('1.00'))).toBe('refused')
  })

  it.each([['0.00'], ['-1.00'], ['163.01']])('are refused for %s', async (amount) => {
    expect(await store.startRefund('a', 'r1', eur(amount))).toBe('refused')
  })

  it('stay within what was paid, all together', async () => {
    expect(await store.startRefund('a', 'r1', eur('100.00'))).toBe('go')
    expect(await store.startRefund('a', 'r2', eur('63.01'))).toBe('refused')
    expect(await store.startRefund('a', 'r2', eur('63.00'))).toBe('go')
  })

  it('happen once for one reference', async () => {
    await store.startRefund('a', 'r1', eur('10.00'))
    expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('under-way')
    await store.endRefund('a', 'r1', 'done')
    expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('known')
  })

  it('are refused under a reference that stands for another amount', async () => {
    await store.startRefund('a', 'r1', eur('10.00'))
    expect(await store.startRefund('a', 'r1', eur('20.00'))).toBe('refused')
  })

  it('are sent again by one request at a time while their outcome is unknown, and count as spent', async () => {
    await store.startRefund('a', 'r1', eur('163.00'))
    await store.endRefund('a', 'r1', 'unknown')
    const order = await store.byId('a')
    expect(order && refundableAmount(order)).toEqual(eur('0.00'))
    expect(await store.startRefund('a', 'r1', eur('163.00'))).toBe('resend')
    expect(await store.startRefund('a', 'r1', eur('163.00'))).toBe('under-way')
  })

  it('are forgotten when they moved no money', async () => {
    await store.startRefund('a', 'r1', eur('163.00'))
    await store.endRefund('a', 'r1', undefined)
    expect(await store.startRefund('a', 'r2', eur('163.00'))).toBe('go')
  })

  it('are forgotten each time that they are tried and move no money', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('go')
      await store.endRefund('a', 'r1', undefined)
    }
    expect((await store.byId('a'))?.refunds).toEqual([])
  })

  describe('refunds whose process died before the answer came', () => {
    const MINUTE = 60_000
    const status = async () => (await store.byId('a'))?.refunds[0]?.status

    beforeEach(async () => {
      await store.startRefund('a', 'r1', eur('10.00'))
      now = 10 * MINUTE
    })

    it('are of unknown outcome after ten minutes, and not before', async () => {
      expect(await status()).toBe('unknown')
      now -= 1
      expect(await status()).toBe('sending')
    })

    it('are sent again under their reference, by one request at a time', async () => {
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('resend')
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('under-way')
      now += 10 * MINUTE
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('resend')
    })

    it('are not sent again an hour after the first time', async () => {
      now = 50 * MINUTE
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('resend')
      now = 60 * MINUTE + 1
      expect(await store.startRefund('a', 'r1', eur('10.00'))).toBe('too-late')
    })

    it('are not forgotten because the first request, alive after all, moved no money', async () => {
      await store.startRefund('a', 'r1', eur('10.00'))
      await store.endRefund('a', 'r1', undefined)
      expect(await status()).toBe('unknown')
    })

    it.each(['unknown', undefined] as const)(
      'stay done when a slower request of theirs ends with %s',
      async (late) => {
        await store.startRefund('a', 'r1', eur('10.00'))
        await store.endRefund('a', 'r1', 'done')
        await store.endRefund('a', 'r1', late)
        expect(await status()).toBe('done')
      },
    )
  })
})
