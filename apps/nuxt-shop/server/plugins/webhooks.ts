import { settleWebhook } from 'storefront'

/** Settles the order that an event is about, also when the shopper has closed the tab. */
export default defineNitroPlugin((nitroApp) => {
  nitroApp.hooks.hook('scalapay:event', (event) => settleWebhook(useShop(), event))
})
