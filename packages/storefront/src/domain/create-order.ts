import type { Scalapay } from '@scalapay-kit/core'
import type { ShopOrder } from './order.js'

type CreateOrder = Parameters<Scalapay['orders']['create']>[0]

/** 40 minutes, Scalapay's own default: the time to pay and to be captured, both. */
export const ORDER_LIFE_MS = 2_400_000

/** The order as Scalapay wants to hear it. */
export function toCreateOrder(order: ShopOrder, shopUrl: string): CreateOrder {
  const { shopper, totals } = order
  const { givenNames, surname, email, phoneNumber, line1, suburb, postcode, countryCode } = shopper
  const address = {
    name: `${givenNames} ${surname}`,
    line1,
    suburb,
    postcode,
    countryCode,
    phoneNumber,
  }
  return {
    totalAmount: totals.total,
    consumer: { givenNames, surname, email, phoneNumber },
    billing: address,
    shipping: address,
    items: order.lines.map(({ product, quantity }) => ({
      name: product.name,
      category: product.category,
      subcategory: [...product.subcategory],
      brand: product.brand,
      gtin: product.gtin,
      sku: product.sku,
      quantity,
      price: product.price,
      pageUrl: `${shopUrl}/#${product.sku}`,
    })),
    discounts: [...totals.discounts],
    merchant: {
      redirectConfirmUrl: `${shopUrl}/return`,
      redirectCancelUrl: `${shopUrl}/return/cancelled`,
    },
    merchantReference: order.merchantReference,
    shippingAmount: totals.shipping,
    taxAmount: totals.includedTax,
    type: 'online',
    product: 'pay-in-3',
    frequency: { number: 1, frequencyType: 'monthly' },
    orderExpiryMilliseconds: ORDER_LIFE_MS,
  }
}
