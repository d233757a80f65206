import { COUNTRIES, sampleShopper } from 'storefront'

/** What the checkout form begins with. */
export default defineEventHandler((event) => {
  const { scalapay, ids } = useShop(event)
  return {
    // Stands in the form, so that posting it twice orders once.
    merchantReference: ids.merchantReference(),
    // Saves typing where no real money moves.
    shopper: scalapay.environment === 'production' ? undefined : sampleShopper,
    countries: Object.keys(COUNTRIES),
  }
})
