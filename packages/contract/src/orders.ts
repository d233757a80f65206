import { type CreateInStoreOrderInput, type CreateOrderInput, eur } from '@scalapay-kit/core'

/** An order of 100.00 EUR under the given reference. */
export function anOrder(merchantReference: string): CreateOrderInput {
  return {
    totalAmount: eur('100.00'),
    consumer: {
      givenNames: 'Ada',
      surname: 'Rossi',
      email: 'ada.rossi@example.com',
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
    items: [{ name: 'Lamp', category: 'home', sku: 'lamp-1', quantity: 2, price: eur('50.00') }],
    merchant: {
      redirectConfirmUrl: 'https://shop.example/return',
      redirectCancelUrl: 'https://shop.example/return?cancelled=1',
    },
    merchantReference,
  }
}

/** An order of 25.00 EUR at the till. */
export const tillOrder: CreateInStoreOrderInput = {
  totalAmount: eur('25.00'),
  preApprovalCode: '85633887',
  requestId: 'request-1',
  merchantOperatorId: 'till-3',
  merchantReference: 'till-order-1',
  items: [{ name: 'Lamp', category: 'home', sku: 'L1', quantity: 1, price: eur('25.00') }],
}
