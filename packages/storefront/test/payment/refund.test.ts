import { Scalapay } from '@scalapay-kit/core'
import { expect, it } from 'vitest'
import { refundOrder, type ShopOrder, settle } from '../../src/index.js'
import { aShop } from '../support/shop.js'

/** A paid order and a form that refunds a part of it. */
async function aPaidOrder() {
  const shop = await aShop()
  const { emulator, context } = shop
  const bought = await shop.order()
  emulator.control.approve(bought.token)
  await settle(context, bought)
  const current = async () => (await context.orders.byId(bought.id)) as ShopOrder
  const refundReference = context.ids.refundReference(bought.merchantReference)
  return { ...shop, current, form: { refundReference, amount: '10.00' } }
}

it('refunds no real money, since the page of an order is open to the shopper', async () => {
  const { context, current, form } = await aPaidOrder()
  const scalapay = new Scalapay({ apiKey: 'sp_a_key_of_nobody', environment: 'production' })

  const result = await refundOrder({ ...context, scalapay }, await current(), form)

  expect(result).toMatchObject({
    outcome: 'refused',
    amountProblem: expect.stringContaining('portal'),
  })
  expect((await current()).refunds).toEqual([])
})

it.each([
  ['again, and refunds once, soon after its answer was lost', 30 * 60_000, 'refunded', 'done'],
  ['no more once Scalapay may have forgotten it', 25 * 3_600_000, 'failed', 'unknown'],
])('sends a refund %s', async (_title, laterMs, outcome, status) => {
  const { emulator, context, current, form } = await aPaidOrder()
  const match = { operation: 'refundPayment', times: 1 } as const
  emulator.control.faults.add({ match, effect: 'reset-after' })
  expect(await refundOrder(context, await current(), form)).toMatchObject({ outcome: 'failed' })
  await emulator.control.clock.advance(laterMs)

  expect(await refundOrder(context, await current(), form)).toMatchObject({ outcome })

  const refunds = emulator.control.ledger().filter(({ kind }) => kind === 'refund')
  expect(refunds).toMatchObject([{ amountInCents: 1_000 }])
  expect((await current()).refunds).toMatchObject([{ status }])
})
