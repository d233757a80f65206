import { describe, expect, it } from 'vitest'
import {
  linesOf,
  openCheckout,
  placeOrder,
  type ShopOrder,
  sampleShopper,
  settle,
  settleWebhook,
  sweepOpenOrders,
} from '../../src/index.js'
import { anEvent, aShop, type TestShop } from '../support/shop.js'

it('owns up to a second payment for a cart, taken by a process that died before it could note it', async () => {
  const { emulator, context, order, statusOf, log } = await aShop()
  const [first, second] = [await order('same'), await order('same')]
  for (const { token } of [first, second]) emulator.control.approve(token)
  await context.scalapay.payments.capture({ token: second.token })
  await settle(context, first)

  const settlement = await settle(context, second)

  expect(settlement).toEqual({ paid: true, changed: true })
  expect(await statusOf(second)).toBe('paid')
  expect(log).toContain('cart paid twice: refund one of its orders')
})

describe('a capture that is declined (S10)', () => {
  const declined = {
    match: { operation: 'capturePayment', times: 1 },
    effect: 'capture-status=DECLINED',
  } as const

  it('is released before the shopper may pay again, so that nothing captures it later', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    emulator.control.approve(bought.token)
    emulator.control.faults.add(declined)

    expect(await settle(context, bought)).toEqual({ paid: false, state: 'declined' })
    expect(await statusOf(bought)).toBe('declined')

    await settleWebhook(context, anEvent('authorized', bought.token, bought.merchantReference))
    await sweepOpenOrders(context)
    await context.scalapay.checkout.sweep([
      {
        token: bought.token,
        expect: {
          merchantReference: bought.merchantReference,
          totalAmount: bought.totals.total,
        },
      },
    ])
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'void', amountInCents: 16_300 }])
  })

  it('leaves the order open while it cannot be released, since it may still be captured', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    emulator.control.approve(bought.token)
    emulator.control.faults.add(declined)
    emulator.control.faults.add({
      match: { operation: 'voidPayment', times: 1 },
      effect: 'error-500',
    })

    expect(await settle(context, bought)).toEqual({ paid: false, state: 'checking' })
    expect(await statusOf(bought)).toBe('open')
    await sweepOpenOrders(context)

    expect(await statusOf(bought)).toBe('paid')
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 16_300 }])
  })
})

describe('an order whose cart is another one by now', () => {
  const FORTY_MINUTES = 40 * 60_000
  const changed = new Map([['12341235', 2]])

  it('is closed when it expires, like any other', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    await context.carts.write(bought.cartId, changed)
    await emulator.control.clock.advance(FORTY_MINUTES)

    expect(await settle(context, bought)).toEqual({ paid: false, state: 'expired' })
    expect(await statusOf(bought)).toBe('expired')
    expect(await context.orders.open()).toEqual([])
  })

  it('keeps the cart waiting when the capture was not approved and no read tells more', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const [first, second] = [await order('same'), await order('same')]
    for (const { token } of [first, second]) emulator.control.approve(token)
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 1 },
      effect: 'capture-status=PENDING',
    })
    // The read before the capture is answered.
    emulator.control.faults.add({ match: { operation: 'getOrder', nth: 2 }, effect: 'error-500' })
    emulator.control.faults.add({ match: { operation: 'getOrder', nth: 3 }, effect: 'error-500' })
    emulator.control.faults.add({ match: { operation: 'getOrder', nth: 4 }, effect: 'error-500' })

    expect(await settle(context, first)).toEqual({ paid: false, state: 'checking' })
    expect(await statusOf(first)).toBe('unknown')
    expect(await settle(context, second)).toMatchObject({ paid: false, state: 'busy' })
  })

  it('does not keep the next order of that cart from being paid, once it is known to have ended', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const first = await order('same')
    emulator.control.approve(first.token)
    emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 1 },
      effect: 'reset-before',
    })
    await settle(context, first)
    expect(await statusOf(first)).toBe('unknown')
    await emulator.control.clock.advance(FORTY_MINUTES)
    await context.carts.write('same', changed)
    const second = await placeAgain(context, first)
    emulator.control.approve(second.token)

    await sweepOpenOrders(context)
    await sweepOpenOrders(context)

    expect([await statusOf(first), await statusOf(second)]).toEqual(['expired', 'paid'])
    const captures = emulator.control.ledger().filter(({ kind }) => kind === 'capture')
    expect(captures).toMatchObject([{ orderToken: second.token, amountInCents: 31_600 }])
  })
})

/** Another order for the cart as it is now. */
async function placeAgain(context: TestShop['context'], { cartId }: ShopOrder) {
  const lines = linesOf(await context.carts.read(cartId))
  const merchantReference = context.ids.merchantReference()
  const placed = await placeOrder(context, {
    cartId,
    lines,
    shopper: sampleShopper,
    merchantReference,
  })
  await openCheckout(context, placed)
  const order = (await context.orders.byId(placed.id)) ?? placed
  return { ...order, token: order.checkout?.token ?? '' }
}
