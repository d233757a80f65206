import { describe, expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { toWireBody } from '../../src/transport/wire-body.js'
import { refusalOf } from './refusal.js'

describe('money that is no object', () => {
  it.each([
    ['totalAmount', { totalAmount: 49.9 }],
    ['totalAmount', { totalAmount: '49.90' }],
    ['refundAmount', { refundAmount: 9.9 }],
    ['amount', { token: 'T1', amount: 10 }],
    ['captureAmount', { captureAmount: 10 }],
    ['shippingAmount', { shippingAmount: 5 }],
    ['taxAmount', { taxAmount: true }],
    ['items.1.price', { items: [{ price: eur('1') }, { price: 2 }] }],
    ['discounts.0.amount', { discounts: [{ displayName: 'x', amount: '3.00' }] }],
  ])('is refused before anything is sent: %s in %j', (path, input) => {
    expect(refusalOf(input)).toMatchObject({
      outcome: 'not-sent',
      message: expect.stringContaining(
        `createOrder: ${path}: An amount of money is an object, not of`,
      ),
      hint: "Give amounts as eur('190.00') or eur.cents(19000).",
    })
  })

  it('is told from an amount that lacks its currency', () => {
    expect(refusalOf({ totalAmount: { amount: '10.00' } }).message).toBe(
      'createOrder: totalAmount.amount: The currency is missing.',
    )
  })

  it('may be anything below extensions, which take more than is documented', () => {
    const travel = { hotelReservationDetails: [{ price: 200 }] }
    const input = { extensions: { industry: { travel }, vendor: { totalAmount: '12.00' } } }
    expect(toWireBody(input, 'createOrder')).toEqual(input)
  })

  it('is only what Scalapay has money for: other numbers are sent', () => {
    const input = { quantity: 2, orderExpiryMilliseconds: 5, frequency: { number: 1 } }
    expect(toWireBody(input, 'createOrder')).toEqual(input)
  })
})
