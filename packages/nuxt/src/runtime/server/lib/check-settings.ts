import type { ScalapayRuntimeConfig } from '../../types/config.js'
import { clientFor } from './clients.js'
import { configError, webhookKeys } from './settings.js'

/**
 * Checks that this server can sell: before the first shopper comes, not when one pays.
 *
 * @throws ScalapayConfigError naming the variables that are wrong or missing
 */
export function checkSettings(config: ScalapayRuntimeConfig): void {
  clientFor(config)
  const { acknowledgeAfterMs } = config.webhooks
  if (
    acknowledgeAfterMs !== '' &&
    !(Number.isInteger(acknowledgeAfterMs) && acknowledgeAfterMs >= 0)
  ) {
    throw configError([
      'webhooks.acknowledgeAfterMs (NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS): must be whole milliseconds, such as 8000.',
    ])
  }
  if (config.webhooks.path !== '' && webhookKeys(config).length === 0) {
    throw configError([
      'apiKey (NUXT_SCALAPAY_API_KEY): missing, and webhooks cannot be verified without it. Set it, or turn the route off with scalapay: { webhooks: { path: false } } in nuxt.config.',
    ])
  }
}
