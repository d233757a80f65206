import type { CreateOrderInput } from '../types.js'

/**
 * A new order, for trying the client and for the tests of a shop. It has every field that Scalapay requires and a
 * `merchantReference`, and nothing else. Its one item costs the total, so that it adds up whatever that is.
 *
 * @param overrides fields in the place of the sample's, or besides them; each as a whole. Orders that are to be different ones
 *   need a `merchantReference` each: the client takes an identical second order as a repetition of the first
 * @returns 100.00 euros under the reference `order-1`, unless told otherwise
 * @example
 * const { token } = await scalapay.orders.create(sampleOrder({ merchantReference: 'order-2', totalAmount: eur('49.90') }))
 */
export function sampleOrder(overrides: Partial<CreateOrderInput> = {}): CreateOrderInput {
  const { totalAmount = { amount: '100.00', currency: 'EUR' } } = overrides
  return {
    consumer: {
      givenNames: 'Ada',
      surname: 'Rossi',
      email: 'ada@example.com',
      phoneNumber: '+393001234567',
    },
    shipping: {
      name: 'Ada Rossi',
      line1: 'Via Roma 1',
      suburb: 'Milano',
      postcode: '20121',
      countryCode: 'IT',
      phoneNumber: '+393001234567',
    },
    items: [
      { name: 'T-shirt', category: 'clothes', sku: 'shirt-1', quantity: 1, price: totalAmount },
    ],
    merchant: {
      redirectConfirmUrl: 'https://shop.example/confirm',
      redirectCancelUrl: 'https://shop.example/cancel',
    },
    merchantReference: 'order-1',
    ...overrides,
    totalAmount,
  }
}
