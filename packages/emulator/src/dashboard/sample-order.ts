const eur = (amount: string) => ({ amount, currency: 'EUR' })

/** An order to try things with; its shopper comes back to the dashboard at `url`. */
export function sampleOrder(url: string): object {
  return {
    totalAmount: eur('190.00'),
    consumer: {
      givenNames: 'Sample',
      surname: 'Shopper',
      email: 'shopper@example.com',
      phoneNumber: '+393001234567',
    },
    // All that the real service requires, so that the order is what a shop could send.
    shipping: {
      name: 'Sample Shopper',
      line1: 'Via della Rosa 58',
      suburb: 'Montelupo Fiorentino',
      postcode: '50056',
      countryCode: 'IT',
      phoneNumber: '+393001234567',
    },
    items: [
      { name: 'T-Shirt', category: 'clothes', sku: 'sample-1', quantity: 1, price: eur('10.00') },
      { name: 'Jeans', category: 'clothes', sku: 'sample-2', quantity: 1, price: eur('180.00') },
    ],
    merchant: { redirectConfirmUrl: `${url}/`, redirectCancelUrl: `${url}/` },
    merchantReference: 'sample-order',
    shippingAmount: eur('0.00'),
    type: 'online',
    product: 'pay-in-3',
  }
}
