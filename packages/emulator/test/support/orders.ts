const eur = (amount: string) => ({ amount, currency: 'EUR' })

const address = {
  name: 'Mario Rossi',
  line1: 'Via della Rosa 58',
  suburb: 'Montelupo Fiorentino',
  postcode: '50056',
  countryCode: 'IT',
  phoneNumber: '+393001234567',
}

/** The documented create-order example: 190.00 EUR, a T-Shirt and Jeans, in three payments. */
export const documentedOrder = {
  totalAmount: eur('190.00'),
  consumer: {
    givenNames: 'Mario',
    surname: 'Rossi',
    email: 'mario.rossi@example.com',
    phoneNumber: '+393001234567',
  },
  billing: address,
  shipping: address,
  items: [
    { name: 'T-Shirt', category: 'clothes', sku: '12341234', quantity: 1, price: eur('10.00') },
    { name: 'Jeans', category: 'clothes', sku: '12341235', quantity: 1, price: eur('180.00') },
  ],
  discounts: [{ displayName: '10% Off', amount: eur('3.00') }],
  merchant: {
    redirectConfirmUrl: 'https://portal.integration.scalapay.com/success-url',
    redirectCancelUrl: 'https://portal.integration.scalapay.com/failure-url',
  },
  merchantReference: 'merchantOrder-1234',
  shippingAmount: eur('10.00'),
  taxAmount: eur('3.70'),
  type: 'online',
  product: 'pay-in-3',
  frequency: { number: 1, frequencyType: 'monthly' },
  orderExpiryMilliseconds: 2_400_000,
}

/** What the emulator keeps of it in `orderDetails`, in the documented order. */
export const documentedDetails = {
  items: documentedOrder.items,
  billing: address,
  consumer: documentedOrder.consumer,
  merchant: documentedOrder.merchant,
  shipping: address,
  discounts: documentedOrder.discounts,
  taxAmount: documentedOrder.taxAmount,
  totalAmount: documentedOrder.totalAmount,
  shippingAmount: documentedOrder.shippingAmount,
  merchantReference: documentedOrder.merchantReference,
}

/** The documented order at a till: 40.70 EUR with the shopper's barcode. */
export const tillOrder = {
  totalAmount: eur('40.70'),
  preApprovalCode: '85633887',
  requestId: 'EKMXO6QFN',
  merchantOperatorId: 'operator-7',
  merchantReference: 'till-2026-0042',
  items: [
    { name: 'T-Shirt', category: 'clothes', sku: '12341234', quantity: 1, price: eur('40.70') },
  ],
}

/** A link made in a shop and sent by SMS. */
export const tillLink = {
  totalAmount: eur('40.70'),
  merchantReference: 'till-2026-0043',
  type: 'link',
  items: tillOrder.items,
  extensions: {
    type: {
      link: {
        notification: { channels: ['sms'], phoneCountryCode: '+39', phoneNumber: '3001234567' },
      },
    },
  },
}
