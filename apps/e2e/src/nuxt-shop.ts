import { startNuxtShop as startBuilt } from 'nuxt-shop'
import { type RunningShop, sellThroughEmulator } from './shop.js'

/** How the Nuxt shop is started. */
export interface NuxtShopSetup {
  /** Whether the emulator tells it of events. @default false */
  readonly webhooks?: boolean
  /** Milliseconds between two sweeps. @default an hour, which is never */
  readonly sweepEveryMs?: number
}

/** Starts the Nuxt shop as it is built. */
export function startNuxtShop(setup: NuxtShopSetup = {}): Promise<RunningShop> {
  const { webhooks = false, sweepEveryMs = 3_600_000 } = setup
  return sellThroughEmulator(async (scalapay) => {
    const { url, webhookUrl, close } = await startBuilt({ scalapay, sweepEveryMs })
    return { url, close, ...(webhooks && { webhookUrl }) }
  })
}
