import { expect, it } from 'vitest'
import type { BootShop } from './boot.js'
import { type ShopHarness, startShopHarness } from './harness.js'
import type { RefundForm } from './shopper.js'

/** A paid order of 190.00 EUR, and the refund form of its page, anew at each look. */
async function paidOrder({ emulator, shopper }: ShopHarness) {
  const buyer = shopper()
  const { token } = await buyer.order()
  const { path } = await buyer.comeBack(emulator.control.approve(token).redirectUrl)
  return { token, form: (): Promise<RefundForm> => buyer.refundForm(path) }
}

/** Money that goes back. */
export function describeRefunds(boot: BootShop): void {
  it('S17 refunds once when the button is clicked five times', async () => {
    const harness = await startShopHarness(boot)
    const { send } = await (await paidOrder(harness)).form()

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => send('50.00')))

    for (const outcome of outcomes) expect(['refunded', 'refund-under-way']).toContain(outcome)
    expect(harness.refunds()).toEqual([5_000])
  })

  it('S17 refunds once when the answer is lost and the operator asks again', async () => {
    const harness = await startShopHarness(boot)
    const { token, form } = await paidOrder(harness)
    const { send } = await form()
    harness.emulator.control.faults.add({
      match: { operation: 'refundPayment', times: 1 },
      effect: { reset: 'after' },
    })

    expect([await send('50.00'), await send('50.00')]).toEqual(['failed', 'refunded'])

    expect(harness.refunds()).toEqual([5_000])
    expect((await harness.orderOf(token)).refunds).toMatchObject([
      { amount: { amount: '50.00' }, status: 'done' },
    ])
  })

  it('S31 counts two refunds of one amount as two, whatever is delivered about them', async () => {
    const harness = await startShopHarness(boot)
    const { token, form } = await paidOrder(harness)
    expect(await (await form()).send('50.00')).toBe('refunded')
    expect(await (await form()).send('50.00')).toBe('refunded')

    const signedAt = Date.now()
    // Two events with one body, and the second once more: as it was, and signed anew.
    for (const timestamp of [signedAt, signedAt + 1, signedAt + 1, signedAt + 2]) {
      expect(await harness.deliver('refunded', token, { timestamp })).toBe(200)
    }

    expect(harness.refunds()).toEqual([5_000, 5_000])
    const { status, refunds } = await harness.orderOf(token)
    expect(status).toBe('paid')
    expect(refunds.map(({ amount, status }) => [amount.amount, status])).toEqual([
      ['50.00', 'done'],
      ['50.00', 'done'],
    ])
    expect((await form()).left).toBe('90.00')
  })

  it('S47 refunds what is left, and refuses more without asking Scalapay', async () => {
    const harness = await startShopHarness(boot)
    const { form } = await paidOrder(harness)
    expect(await (await form()).send('100.00')).toBe('refunded')
    const requests = harness.emulator.control.requests().length

    expect(await (await form()).send('90.01')).toBe('refused')
    expect(harness.emulator.control.requests()).toHaveLength(requests)
    expect(await (await form()).send('90.00')).toBe('refunded')

    expect(harness.refunds()).toEqual([10_000, 9_000])
  })

  it('forgets a refund that Scalapay refused, so that it can be made anew', async () => {
    const harness = await startShopHarness(boot)
    const { form } = await paidOrder(harness)
    harness.emulator.control.faults.add({
      match: { operation: 'refundPayment', times: 1 },
      effect: 'unauthorized-string',
    })

    expect(await (await form()).send('190.00')).toBe('failed')
    expect(await (await form()).send('190.00')).toBe('refunded')

    expect(harness.refunds()).toEqual([19_000])
  })
}
