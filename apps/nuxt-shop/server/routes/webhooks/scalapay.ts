import { settleWebhook } from 'storefront'

/** Settles the order that an event is about, also when the shopper has closed the tab. */
export default defineScalapayWebhook(
  { '*': (event) => settleWebhook(useShop(), event) },
  { store: useStores().webhooks },
)
