import { expect, it } from 'vitest'
import { settle } from '../../src/index.js'
import { aShop } from '../support/shop.js'

it('owns up to a second payment for a cart, taken by a process that died before it could note it', async () => {
  const { emulator, context, order, statusOf, log } = await aShop()
  const [first, second] = [await order('same'), await order('same')]
  for (const { token } of [first, second]) emulator.control.approve(token)
  await context.scalapay.payments.capture({ token: second.token })
  await settle(context, first)

  const settlement = await settle(context, second)

  expect(settlement).toEqual({ paid: true, now: true })
  expect(await statusOf(second)).toBe('paid')
  expect(log).toContain('cart paid twice: refund one of its orders')
})
