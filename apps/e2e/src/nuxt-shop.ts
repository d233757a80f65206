import { startEmulator } from '@scalapay-kit/emulator'
import { startNuxtShop as startBuilt } from 'nuxt-shop'
import type { RunningShop } from './shop.js'

/** How the Nuxt shop is started. */
export interface NuxtShopSetup {
  /** Whether the emulator tells it of events. @default false */
  readonly webhooks?: boolean
  /** Milliseconds between two sweeps. @default an hour, which is never */
  readonly sweepEveryMs?: number
}

/** Starts the built Nuxt shop. The emulator's clock stands still until a test moves it. */
export async function startNuxtShop(setup: NuxtShopSetup = {}): Promise<RunningShop> {
  const { webhooks = false, sweepEveryMs = 3_600_000 } = setup
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  const shop = await startBuilt({
    scalapay: { apiKey: emulator.merchantKey, environment: 'emulator', baseUrl: emulator.url },
    sweepEveryMs,
  })
  if (webhooks) emulator.control.webhooks.configure({ url: shop.webhookUrl })
  return {
    url: shop.url,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await shop.close()
      await emulator.close()
    },
  }
}
