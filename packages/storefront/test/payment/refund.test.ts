import { Scalapay } from '@scalapay-kit/core'
import { expect, it } from 'vitest'
import { refundOrder, settle } from '../../src/index.js'
import { aShop } from '../support/shop.js'

it('refunds no real money, since the page of an order is open to the shopper', async () => {
  const { emulator, context, order } = await aShop()
  const bought = await order()
  emulator.control.approve(bought.token)
  await settle(context, bought)
  const paid = (await context.orders.byId(bought.id)) ?? bought
  const refundReference = context.ids.refundReference(bought.merchantReference)
  const form = { refundReference, amount: '1.00' }
  const scalapay = new Scalapay({ apiKey: 'sp_a_key_of_nobody', environment: 'production' })

  const result = await refundOrder({ ...context, scalapay }, paid, form)

  expect(result).toMatchObject({
    outcome: 'refused',
    amountProblem: expect.stringContaining('portal'),
  })
  expect((await context.orders.byId(bought.id))?.refunds).toEqual([])
})
