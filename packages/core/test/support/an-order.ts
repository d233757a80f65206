import type { CreateOrderInput } from '../../src/index.js'
import { eur } from '../../src/index.js'

/** A complete order of 190.00 EUR. */
export function anOrder(merchantReference = 'order-1'): CreateOrderInput {
  return {
    totalAmount: eur('190.00'),
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
      postcode: '20100',
      countryCode: 'IT',
      phoneNumber: '+393001234567',
    },
    items: [{ name: 'Shoes', category: 'shoes', sku: 'S-1', quantity: 1, price: eur('190.00') }],
    merchant: {
      redirectConfirmUrl: 'https://shop.test/confirm',
      redirectCancelUrl: 'https://shop.test/cancel',
    },
    merchantReference,
  }
}
