import type { BootShop } from '@scalapay-kit/contract'
import { startNuxtShop } from '../../src/start.js'
import { NuxtShopper } from './nuxt-shopper.js'

const SWEEP_SECRET = 'a secret of the scheduler'
const NEVER_MS = 3_600_000

/** Starts the built shop, as a process with stores of its own. */
export const bootNuxtShop: BootShop = async ({ scalapay, acknowledgeAfterMs }) => {
  const { apiKey, baseUrl = '' } = scalapay
  const shop = await startNuxtShop({
    scalapay: { apiKey, environment: 'emulator', baseUrl },
    sweepEveryMs: NEVER_MS,
    env: {
      NUXT_SWEEP_SECRET: SWEEP_SECRET,
      NUXT_SCALAPAY_MAX_ATTEMPTS: '1',
      ...(acknowledgeAfterMs !== undefined && {
        NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS: String(acknowledgeAfterMs),
      }),
    },
  })
  return {
    url: shop.url,
    webhookPath: new URL(shop.webhookUrl).pathname,
    sweep: () => sweep(shop.url),
    log: () => messagesIn(shop.printed()),
    close: () => shop.close(),
    shopper: () => new NuxtShopper(shop.url),
  }
}

async function sweep(shopUrl: string): Promise<void> {
  const headers = { authorization: `Bearer ${SWEEP_SECRET}` }
  const { status } = await fetch(`${shopUrl}/sweep`, { method: 'POST', headers })
  if (status !== 200) throw new Error(`The sweep was answered with ${status}.`)
}

/** Without the mark of its level before a message, and the fields that follow it. */
function messagesIn(printed: string): string[] {
  return [...printed.matchAll(/\[shop\] +\S+ +(.+?)(?= \{|$)/gm)].map(([, message = '']) => message)
}
