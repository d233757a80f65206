import type { Shopper } from './order.js'

/** The consumer of Scalapay's documented create-order example: saves typing where no real money moves. */
export const sampleShopper: Shopper = {
  givenNames: 'Mario',
  surname: 'Rossi',
  email: 'mario.rossi@example.com',
  phoneNumber: '+393001234567',
  line1: 'Via della Rosa 58',
  suburb: 'Montelupo Fiorentino',
  postcode: '50056',
  countryCode: 'IT',
}
