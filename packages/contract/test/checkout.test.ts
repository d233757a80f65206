import { eur } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import type { Emulator } from '@scalapay-kit/emulator'
import { describe, expect, it } from 'vitest'
import { boot } from '../src/client/boot.js'
import { expected } from '../src/client/expected.js'

describe('checkout.complete', () => {
  it('captures once under twenty concurrent calls from two clients', async () => {
    await using booted = await boot()
    const { client } = booted
    const token = await booted.approvedOrder()
    const other = booted.connect()
    const calls = Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? client : other).checkout.complete({ token, expect: expected('order-1') }),
    )
    const outcomes = (await Promise.all(calls)).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => 'captured'))
    expect(booted.movements()).toEqual([['capture', 10_000]])
  })

  it.each([
    ['pending', () => undefined],
    ['pending', ({ control }: Emulator, token: string) => control.cancel(token)],
    ['declined', ({ control }: Emulator, token: string) => control.decline(token)],
    ['expired', ({ control }: Emulator) => control.clock.advance(41 * 60_000)],
  ] as const)('answers %s for an order that was not approved', async (outcome, happen) => {
    await using booted = await boot()
    const { client, emulator } = booted
    const { token } = await client.orders.create(sampleOrder())
    await happen(emulator, token)
    const completed = await client.checkout.complete({ token, expect: expected('order-1') })
    expect(completed).toMatchObject({ outcome, changed: false })
    expect(booted.callsOf('capturePayment')).toBe(0)
  })

  it('answers declined when a capture is answered but not approved', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    const token = await booted.approvedOrder()
    emulator.control.faults.add({
      match: { operation: 'capturePayment' },
      effect: { captureStatus: 'DECLINED' },
    })
    const completed = await client.checkout.complete({ token, expect: expected('order-1') })
    expect(completed.outcome).toBe('declined')
    expect(booted.movements()).toEqual([])
  })
})

describe('what a read shows is not published, and does not leave an order open', () => {
  it.each(['expired', 'voided', 'authorized', 'cancelled'])(
    'after a void that reads as %s',
    async (readStatusAfterVoid) => {
      await using other = await boot({ readStatusAfterVoid })
      const token = await other.approvedOrder()
      await other.client.payments.void(token)
      const completed = await other.client.checkout.complete({ token, expect: expected('order-1') })
      expect(completed).toMatchObject({ outcome: 'voided', changed: false })
      expect(other.movements()).toEqual([['void', 10_000]])
    },
  )

  it.each([
    ['charged', 'captured'],
    ['refunded', 'refunded'],
    ['partially_refunded', 'refunded'],
  ])(
    'after the refund of a part that reads as %s',
    async (readStatusAfterPartialRefund, outcome) => {
      await using other = await boot({ readStatusAfterPartialRefund })
      const token = await other.approvedOrder()
      await other.client.payments.capture({ token })
      await other.client.payments.refund(token, { refundAmount: eur('10.00') })
      const completed = await other.client.checkout.complete({ token, expect: expected('order-1') })
      expect(completed).toMatchObject({ outcome, changed: false })
    },
  )
})

describe('an order that is created again', () => {
  it('gives the same token while the first lives, and a new one after it has expired', async () => {
    await using booted = await boot()
    const { client, emulator } = booted
    const first = await client.orders.create(sampleOrder())
    const again = await booted.connect().orders.create(sampleOrder())
    expect(again.token).toBe(first.token)
    await emulator.control.clock.advance(41 * 60_000)
    const later = await client.orders.create(sampleOrder())
    expect(later.token).not.toBe(first.token)
    expect(emulator.control.orders()).toHaveLength(2)
  })
})
