// @ts-check

/**
 * An order of 1.5 KB, as a shop sends it.
 *
 * @param {number} number makes each order another one, as a shop's orders are
 */
export function anOrder(number) {
  return {
    totalAmount: { amount: '190.00', currency: 'EUR' },
    consumer: {
      givenNames: 'Mario',
      surname: 'Rossi',
      email: 'mario.rossi@example.com',
      phoneNumber: '+393331234567',
    },
    billing: anAddress(),
    shipping: anAddress(),
    items: [anItem('T-shirt', '40.00', 2), anItem('Jacket', '100.00', 1)],
    discounts: [{ displayName: 'Spring', amount: { amount: '10.00', currency: 'EUR' } }],
    merchant: {
      redirectConfirmUrl: 'https://shop.example.com/return/confirm',
      redirectCancelUrl: 'https://shop.example.com/return/cancel',
    },
    merchantReference: `order-${String(number).padStart(9, '0')}`,
    taxAmount: { amount: '34.26', currency: 'EUR' },
    shippingAmount: { amount: '20.00', currency: 'EUR' },
    orderExpiryMilliseconds: 2_400_000,
    type: 'online',
    product: 'pay-in-3',
    frequency: { number: 1, frequencyType: 'monthly' },
  }
}

function anAddress() {
  return {
    name: 'Mario Rossi',
    line1: 'Via Giuseppe Garibaldi 12',
    suburb: 'Montecampione',
    postcode: '25040',
    countryCode: 'IT',
    phoneNumber: '+393331234567',
  }
}

/**
 * @param {string} name
 * @param {string} amount
 * @param {number} quantity
 */
function anItem(name, amount, quantity) {
  return {
    name,
    category: 'clothes',
    subcategory: ['shirt', 'long-sleeve'],
    brand: 'TopChoice',
    gtin: '123458791330',
    sku: '12341234',
    quantity,
    price: { amount, currency: 'EUR' },
    pageUrl: `https://shop.example.com/products/${encodeURIComponent(name)}`,
    imageUrl: `https://shop.example.com/images/${encodeURIComponent(name)}.jpg`,
  }
}
