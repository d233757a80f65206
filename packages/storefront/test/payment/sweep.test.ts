import { expect, it } from 'vitest'
import { sweepOpenOrders } from '../../src/index.js'
import { aShop } from '../support/shop.js'

const FORTY_MINUTES = 40 * 60_000

it('captures what was approved and never heard of again, once (S01, S02)', async () => {
  const { emulator, context, order, statusOf } = await aShop()
  const [approved, waiting] = [await order('a'), await order('b')]
  emulator.control.approve(approved.token)

  const results = await sweepOpenOrders(context)

  expect(Object.fromEntries(results)).toEqual({
    [approved.merchantReference]: { paid: true, now: true },
    [waiting.merchantReference]: { paid: false, state: 'pending' },
  })
  expect([await statusOf(approved), await statusOf(waiting)]).toEqual(['paid', 'open'])
  expect((await sweepOpenOrders(context)).has(approved.merchantReference)).toBe(false)
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 16_300 }])
})

it('closes what nobody paid exactly once (S12)', async () => {
  const { emulator, context, order, statusOf } = await aShop()
  const abandoned = await order()
  await emulator.control.clock.advance(FORTY_MINUTES)

  const first = await sweepOpenOrders(context)
  const second = await sweepOpenOrders(context)

  expect([...first.values()]).toEqual([{ paid: false, state: 'expired' }])
  expect(second.size).toBe(0)
  expect(await statusOf(abandoned)).toBe('expired')
})

it('closes the other checkout of a paid cart too, when it expires', async () => {
  const { emulator, context, order, statusOf } = await aShop()
  const [paid, other] = [await order('same'), await order('same')]
  emulator.control.approve(paid.token)
  await sweepOpenOrders(context)
  expect(await statusOf(other)).toBe('open')
  await emulator.control.clock.advance(FORTY_MINUTES)

  await sweepOpenOrders(context)

  expect([await statusOf(paid), await statusOf(other)]).toEqual(['paid', 'expired'])
})

it('goes on after an order that cannot be settled, and leaves that one open', async () => {
  const { emulator, context, order, statusOf } = await aShop()
  const [first, second] = [await order('a'), await order('b')]
  for (const { token } of [first, second]) emulator.control.approve(token)
  emulator.control.faults.add({ match: { times: 1 }, effect: 'error-500' })

  await sweepOpenOrders(context)
  expect([await statusOf(first), await statusOf(second)]).toEqual(['open', 'paid'])

  await sweepOpenOrders(context)
  expect(await statusOf(first)).toBe('paid')
})

it('goes on after an order that breaks down over something else than Scalapay', async () => {
  const { emulator, context, order, statusOf, log } = await aShop()
  const [first, second] = [await order('broken'), await order('b')]
  for (const { token } of [first, second]) emulator.control.approve(token)
  const read = context.carts.read.bind(context.carts)
  context.carts.read = async (id) => {
    if (id === 'broken') throw new Error('the cart cannot be read')
    return read(id)
  }

  await sweepOpenOrders(context)

  expect([await statusOf(first), await statusOf(second)]).toEqual(['open', 'paid'])
  expect(log).toContain('order not settled')
})

it('ends after the order at hand when it is told to', async () => {
  const { context, order } = await aShop()
  await order('a')
  await order('b')
  expect((await sweepOpenOrders(context, AbortSignal.abort())).size).toBe(0)
})
