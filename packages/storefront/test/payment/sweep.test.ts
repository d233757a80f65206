import { describe, expect, it } from 'vitest'
import { openCheckout, settle, sweepOpenOrders } from '../../src/index.js'
import { aShop } from '../support/shop.js'

const FORTY_MINUTES = 40 * 60_000

it('captures what was approved and never heard of again, once (S01, S02)', async () => {
  const { emulator, context, order, statusOf } = await aShop()
  const [approved, waiting] = [await order('a'), await order('b')]
  emulator.control.approve(approved.token)

  const results = await sweepOpenOrders(context)

  expect(Object.fromEntries(results)).toEqual({
    [approved.merchantReference]: { paid: true, changed: true },
    [waiting.merchantReference]: { paid: false, state: 'pending' },
  })
  expect([await statusOf(approved), await statusOf(waiting)]).toEqual(['paid', 'open'])
  expect((await sweepOpenOrders(context)).has(approved.merchantReference)).toBe(false)
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 16_300 }])
})

it('closes what nobody paid exactly once (S12)', async () => {
  const { emulator, context, order, statusOf, log } = await aShop()
  const abandoned = await order()
  await emulator.control.clock.advance(FORTY_MINUTES)

  const both = await Promise.all([sweepOpenOrders(context), sweepOpenOrders(context)])
  const next = await sweepOpenOrders(context)

  for (const results of both) {
    expect([...results.values()]).toEqual([{ paid: false, state: 'expired' }])
  }
  expect(next.size).toBe(0)
  expect(await statusOf(abandoned)).toBe('expired')
  expect(log).toEqual(['order closed'])
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

describe('a declined order (S10)', () => {
  it('is paid when Scalapay approves it after all, and the operator is warned once', async () => {
    const { emulator, context, order, statusOf, log } = await aShop()
    const bought = await order()
    emulator.control.decline(bought.token)
    await settle(context, bought)
    await sweepOpenOrders(context)
    expect([await statusOf(bought), log]).toEqual(['declined', ['order closed']])
    emulator.control.approve(bought.token, { force: true })

    await sweepOpenOrders(context)
    await sweepOpenOrders(context)

    expect(await statusOf(bought)).toBe('paid')
    expect(log).toEqual(['order closed', 'order paid', 'a closed order is paid after all'])
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 16_300 }])
  })

  it('is released when another order has paid for its cart meanwhile', async () => {
    const { emulator, context, order, statusOf, log } = await aShop()
    const [declined, paid] = [await order('same'), await order('same')]
    emulator.control.decline(declined.token)
    emulator.control.approve(paid.token)
    await sweepOpenOrders(context)
    emulator.control.approve(declined.token, { force: true })

    await sweepOpenOrders(context)

    expect([await statusOf(declined), await statusOf(paid)]).toEqual(['voided', 'paid'])
    expect(log).toEqual(['order closed', 'order paid', 'approved payment released'])
  })

  it('is asked about until its time is over, and stays declined', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    emulator.control.decline(bought.token)
    await settle(context, bought)
    await emulator.control.clock.advance(FORTY_MINUTES)

    expect((await sweepOpenOrders(context)).size).toBe(0)
    expect(await statusOf(bought)).toBe('declined')
  })
})

describe('an order whose token the shop has never learnt (S02)', () => {
  it('is found by its reference, and captured', async () => {
    const { emulator, context, unopened, statusOf } = await aShop()
    const placed = await unopened('reset-after')
    const token = emulator.control.orders()[0]?.token ?? ''
    emulator.control.approve(token)

    await sweepOpenOrders(context)

    expect(await statusOf(placed)).toBe('paid')
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', orderToken: token }])
  })

  it('can still be opened, as the same order, after it was found', async () => {
    const { emulator, context, unopened, statusOf } = await aShop()
    const placed = await unopened('reset-after')
    await sweepOpenOrders(context)
    expect(await statusOf(placed)).toBe('open')
    const found = (await context.orders.byId(placed.id)) ?? placed

    const checkoutUrl = await openCheckout(context, found)
    await sweepOpenOrders(context)

    const [{ token } = { token: '' }, ...others] = emulator.control.orders()
    expect(others).toEqual([])
    expect(checkoutUrl).toBe(`${emulator.url}/checkout/${token}`)
    expect((await context.orders.byId(placed.id))?.checkout).toEqual({ token, checkoutUrl })
  })

  it('keeps the checkout that the shopper opened while an earlier one was looked for', async () => {
    const { emulator, context, unopened, statusOf, log } = await aShop()
    await emulator.control.reset({ options: { idempotency: { lifetimeMs: 1 } } })
    const placed = await unopened('reset-after')
    // With its key forgotten, the next create opens a second checkout.
    await emulator.control.clock.advance(1)
    const find = context.scalapay.orders.find.bind(context.scalapay.orders)
    context.scalapay.orders.find = async (search, options) => {
      const found = await find(search, options)
      await openCheckout(context, placed)
      return found
    }

    await sweepOpenOrders(context)

    const { checkout } = (await context.orders.byId(placed.id)) ?? placed
    const [lost, shown] = emulator.control.orders().map(({ token }) => token)
    expect(checkout).toEqual({ token: shown, checkoutUrl: `${emulator.url}/checkout/${shown}` })
    expect(lost).not.toBe(shown)
    expect(log).toEqual(['a checkout at Scalapay is left over: nobody was sent to it'])
    emulator.control.approve(shown ?? '')
    await sweepOpenOrders(context)
    expect(await statusOf(placed)).toBe('paid')
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', orderToken: shown }])
  })

  it('stays open when the shopper opens another checkout while the one that was found is read as expired', async () => {
    const { emulator, context, unopened, statusOf, log } = await aShop()
    await emulator.control.reset({ options: { idempotency: { lifetimeMs: 1 } } })
    const placed = await unopened('reset-after')
    await sweepOpenOrders(context)
    await emulator.control.clock.advance(FORTY_MINUTES)
    const { checkout } = context.scalapay
    const complete = checkout.complete.bind(checkout)
    checkout.complete = async (input, options) => {
      const read = await complete(input, options)
      await openCheckout(context, placed)
      return read
    }

    await sweepOpenOrders(context)

    expect([await statusOf(placed), log]).toEqual(['open', []])
    checkout.complete = complete
    const [found, shown = { token: '' }] = emulator.control.orders()
    expect(found).toMatchObject({ status: 'expired' })
    emulator.control.approve(shown.token)
    await sweepOpenOrders(context)
    expect(await statusOf(placed)).toBe('paid')
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', orderToken: shown.token }])
  })

  it('is closed when there is none at Scalapay and its time is over', async () => {
    const { emulator, context, unopened, statusOf } = await aShop()
    const placed = await unopened('reset-before')
    await sweepOpenOrders(context)
    expect(await statusOf(placed)).toBe('open')
    await emulator.control.clock.advance(FORTY_MINUTES)

    expect((await sweepOpenOrders(context)).size).toBe(0)
    expect(await statusOf(placed)).toBe('expired')
  })

  it('is left alone when Scalapay answers with an order of another reference', async () => {
    const { emulator, context, order, unopened, statusOf } = await aShop()
    const other = await order('other')
    emulator.control.approve(other.token)
    await context.orders.markUnpaid(other.id, other.token, 'voided')
    const placed = await unopened('reset-before')
    const find = context.scalapay.orders.find.bind(context.scalapay.orders)
    context.scalapay.orders.find = (_search, options) => find({ orderToken: other.token }, options)

    await sweepOpenOrders(context)

    expect(await statusOf(placed)).toBe('open')
    expect(emulator.control.ledger()).toEqual([])
  })
})
