import { randomBytes } from 'node:crypto'
import type { H3Event } from 'h3'
import { createIds, type Shop } from 'storefront'
import { shopLog } from './log'
import { useStores } from './stores'

const ids = createIds(randomBytes)

/** What the shop works with; without an event in webhooks and sweeps, which send nobody anywhere. */
export function useShop(event?: H3Event): Shop & { log: typeof shopLog } {
  const { orders, carts } = useStores()
  return {
    orders,
    carts,
    ids,
    log: shopLog,
    scalapay: useScalapay(event),
    shopUrl: () => addressOf(event),
  }
}

function addressOf(event: H3Event | undefined): string {
  const { shopUrl } = useRuntimeConfig(event)
  if (shopUrl !== '') return shopUrl.replace(/\/+$/, '')
  if (event === undefined) throw new Error('NUXT_SHOP_URL is needed where there is no request.')
  return getRequestURL(event).origin
}
