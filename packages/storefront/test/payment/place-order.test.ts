import { expect, it } from 'vitest'
import { openCheckout } from '../../src/index.js'
import { aShop } from '../support/shop.js'

it('sends both of two requests for one order to one checkout, even if Scalapay opens two', async () => {
  const { emulator, context, unopened } = await aShop()
  await emulator.control.reset({ options: { idempotency: { lifetimeMs: 1 } } })
  const placed = await unopened('reset-before')
  const create = context.scalapay.orders.create.bind(context.scalapay.orders)
  let second: string | undefined
  context.scalapay.orders.create = async (order, options) => {
    const created = await create(order, options)
    context.scalapay.orders.create = create
    await emulator.control.clock.advance(1)
    second = await openCheckout(context, placed)
    return created
  }

  const first = await openCheckout(context, placed)

  expect(emulator.control.orders()).toHaveLength(2)
  expect(first).toBe(second)
  expect((await context.orders.byId(placed.id))?.checkout?.checkoutUrl).toBe(first)
})
