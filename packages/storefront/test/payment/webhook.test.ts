import { describe, expect, it } from 'vitest'
import { settleWebhook } from '../../src/index.js'
import { anEvent, aShop } from '../support/shop.js'

describe('settleWebhook', () => {
  it('captures an order whose shopper never came back (S01)', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    emulator.control.approve(bought.token)

    await settleWebhook(context, anEvent('authorized', bought.token, bought.merchantReference))

    expect(await statusOf(bought)).toBe('paid')
    expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 16_300 }])
  })

  it.each(['authorized', 'charged'])(
    'believes Scalapay, not an event that says %s',
    async (status) => {
      const { emulator, context, order, statusOf } = await aShop()
      const bought = await order()

      await settleWebhook(context, anEvent(status, bought.token, bought.merchantReference))

      expect(await statusOf(bought)).toBe('open')
      expect(emulator.control.ledger()).toEqual([])
    },
  )

  it('keeps a paid order paid when an expiry comes late (S30)', async () => {
    const { emulator, context, order, statusOf } = await aShop()
    const bought = await order()
    emulator.control.approve(bought.token)
    for (const status of ['charged', 'authorized', 'expired']) {
      await settleWebhook(context, anEvent(status, bought.token, bought.merchantReference))
    }
    expect(await statusOf(bought)).toBe('paid')
    expect(emulator.control.ledger()).toHaveLength(1)
  })

  it('asks for the event again while the token is not bound to its order (S04)', async () => {
    const { context } = await aShop()
    const event = anEvent('authorized', 'NOTBOUND', context.ids.merchantReference())
    await expect(settleWebhook(context, event)).rejects.toMatchObject({ name: 'RetryLater' })
  })

  it('asks for the event again while Scalapay does not answer', async () => {
    const { emulator, context, order } = await aShop()
    const bought = await order()
    emulator.control.approve(bought.token)
    emulator.control.faults.add({ match: { times: 1 }, effect: 'error-500' })
    const event = anEvent('authorized', bought.token, bought.merchantReference)

    await expect(settleWebhook(context, event)).rejects.toMatchObject({ name: 'RetryLater' })
    await expect(settleWebhook(context, event)).resolves.toBeUndefined()
  })

  it('leaves the orders of other shops alone, and notes them', async () => {
    const { context, log } = await aShop()
    await settleWebhook(context, anEvent('authorized', 'THEIRS', 'their-order-1'))
    expect(log).toEqual(['webhook for an order of another shop'])
  })
})
