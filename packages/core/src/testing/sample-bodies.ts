/** The statuses that Scalapay documents for webhooks. */
export type SampleEvent = 'created' | 'authorized' | 'charged' | 'refunded' | 'expired'

const constantFields = (status: SampleEvent) =>
  `"merchantReference":"merchantOrder-1234","totalAmount":40.7,"status":"${status}","orderToken":"21KLT3YDWT"`

/** The payload that the order was created with; its amounts are text, unlike the one above (source: Scalapay docs). */
const orderDetails = JSON.stringify({
  totalAmount: { amount: '40.70', currency: 'EUR' },
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
  },
  items: [
    {
      name: 'T-shirt',
      category: 'clothes',
      sku: 'shirt-1',
      quantity: 1,
      price: { amount: '40.70', currency: 'EUR' },
    },
  ],
  merchant: {
    redirectConfirmUrl: 'https://shop.example/confirm',
    redirectCancelUrl: 'https://shop.example/cancel',
  },
  merchantReference: 'merchantOrder-1234',
})

/**
 * A body for each status, as text, so that its bytes stay as they are. The keys and their order follow Scalapay's documented
 * `created` example; the examples of the other statuses could not be recovered, so only the four constant keys are there.
 */
export const sampleBodies: Readonly<Record<SampleEvent, string>> = Object.freeze({
  created: `{${constantFields('created')},"orderDetails":${orderDetails}}`,
  authorized: `{${constantFields('authorized')}}`,
  charged: `{${constantFields('charged')}}`,
  refunded: `{${constantFields('refunded')}}`,
  expired: `{${constantFields('expired')}}`,
})
