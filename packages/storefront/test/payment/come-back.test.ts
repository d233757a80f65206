import { expect, it } from 'vitest'
import { comeBack, sweepOpenOrders } from '../../src/index.js'
import { aShop } from '../support/shop.js'

it('thanks a shopper whose order was settled before they came back, once', async () => {
  const { emulator, context, order } = await aShop()
  const { token } = await order()
  const url = emulator.control.approve(token).redirectUrl
  await sweepOpenOrders(context)

  const first = await comeBack(context, { url, cancelled: false })
  const second = await comeBack(context, { url, cancelled: false })

  expect([first, second]).toMatchObject([
    { paid: true, isNews: true },
    { paid: true, isNews: false },
  ])
})

it.each([
  ['the confirm address', false, 'pending'],
  ['the cancel address', true, 'cancelled'],
])('says on %s (cancelled: %s) that an unpaid order is %s', async (_what, cancelled, state) => {
  const { context, order } = await aShop()
  const { token } = await order()
  const result = await comeBack(context, { url: `/return?orderToken=${token}`, cancelled })
  expect(result).toMatchObject({ paid: false, state })
})

it('knows no order of an address without a token of the shop', async () => {
  const { context } = await aShop()
  expect(await comeBack(context, { url: '/return?orderToken=X', cancelled: false })).toEqual({})
})
