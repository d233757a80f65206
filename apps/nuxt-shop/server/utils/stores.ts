import { createMemoryWebhookStore } from '@scalapay-kit/core/webhooks'
import { connectStores, MemoryCartStore, MemoryOrderStore, type ShopStores } from 'storefront'

let stores: ShopStores | undefined

/** The shop's database: in memory, unless several processes share one. */
export function useStores(): ShopStores {
  stores ??= openStores(useRuntimeConfig().storesUrl)
  return stores
}

function openStores(url: string): ShopStores {
  if (url !== '') return connectStores(url)
  return {
    orders: new MemoryOrderStore(),
    carts: new MemoryCartStore(),
    webhooks: createMemoryWebhookStore(),
  }
}
