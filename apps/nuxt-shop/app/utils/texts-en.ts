import { actionTexts, unpaidTexts } from 'storefront/wording'

/** What the pages say, in English. Functions take what stands in the middle of a sentence. */
export const english = {
  brand: 'Corner Store',
  skip: 'Skip to the content',
  cart: 'Cart',
  holds: 'holds',
  otherLanguage: 'Italiano',
  demo: 'A demo shop of scalapay-kit, which is unofficial and not affiliated with Scalapay. Nothing here is for sale.',

  products: 'Two good things to wear',
  productsLead: 'Pay the whole price later, in three parts, with Scalapay.',
  /** By article number; the catalogue's own where there is none. */
  descriptions: {} as Readonly<Record<string, string>>,
  /** By the catalogue's own words. */
  offers: {} as Readonly<Record<string, string>>,
  addToCart: 'Add to cart',

  emptyCart: 'Your cart is empty',
  emptyCartLead: 'There is a T-shirt and a pair of jeans to choose from.',
  seeShop: 'See the shop',
  yourCart: 'Your cart',
  each: 'each',
  quantityOf: 'Quantity of',
  update: 'Update',
  remove: 'Remove',
  goods: 'Articles',
  shipping: 'Delivery',
  total: 'Total',
  includedTax: 'Tax included',
  pay: 'Pay in 3 with Scalapay',

  checkout: 'Checkout',
  where: 'Where should it go?',
  givenNames: 'First name',
  surname: 'Last name',
  email: 'E-mail',
  phoneNumber: 'Phone, with country code',
  line1: 'Street and number',
  postcode: 'Postcode',
  suburb: 'City',
  countryCode: 'Country',
  notOpened:
    "Scalapay's checkout could not be opened. You have not been charged: please try again in a moment.",
  opening: 'Opening Scalapay …',

  order: 'Your order',
  paid: 'Paid',
  bought: 'What you bought',
  whereTo: 'Where it goes',
  refunds: 'Refunds',
  refund: 'Refund',
  refundedSoFar: 'Refunded so far:',
  amountAtMost: 'Amount in euro, at most',
  nothingLeft: 'Nothing is left to refund.',
  backOffice: 'In a real shop this button is in the back office.',
  checkAgain: 'Check again',
  sending: 'being sent',
  unknown: 'being checked',
  done: 'refunded',
  live: 'This page looks again by itself.',

  lost: 'There is nothing here',
  lostLead: 'The address is wrong, or what it led to is gone.',
  broken: 'Something went wrong on our side',
  brokenLead: 'If you have just paid, your order is kept: please do not pay again.',
  unknownPayment: 'We do not know this payment',
  unknownPaymentLead:
    'The address is incomplete or belongs to another shop. If you have paid, look for our page in the window where you ordered.',

  notices: {
    'paid-now': 'Thank you. Your payment went through, and we are packing your parcel.',
    'already-paid':
      'Thank you. This order is paid already, and you are charged once however often you come here.',
    refunded: 'The refund is on its way.',
    'refund-under-way': 'This refund is being sent already. Look again in a moment.',
  },
  problems: {
    'refund-refused': 'Write an amount above 0 and up to what is left, for example 19.90.',
    'refund-failed':
      'Scalapay has not confirmed this refund. What is being checked can be checked again; nothing is refunded twice.',
  },
  actions: actionTexts,
  states: unpaidTexts,
} as const
