import { consola } from 'consola'
import type { ShopLog } from 'storefront'

const writer = consola.withTag('shop')

/** Nitro has no logger; consola is what Nuxt itself writes with. */
export const shopLog: ShopLog = {
  info: (fields, message) => writer.info(message, fields),
  warn: (fields, message) => writer.warn(message, fields),
  error: (fields, message) => writer.error(message, fields),
}
