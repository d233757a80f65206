import { findReceiverProblems } from '@scalapay-kit/core/webhooks'
import type { ScalapayRuntimeConfig } from '../../types/config.js'
import { clientFor } from './clients.js'
import { configError, webhookKeys, withVariableNames } from './settings.js'
import { webhookNumbers } from './webhook-numbers.js'

/**
 * Checks that this server can sell: before the first shopper comes, not when one pays.
 *
 * @throws ScalapayConfigError naming the variables that are wrong or missing
 */
export function checkSettings(config: ScalapayRuntimeConfig): void {
  clientFor(config)
  checkWebhookNumbers(config)
  if (config.webhooks.path !== '' && webhookKeys(config).length === 0) {
    throw configError([
      'apiKey (NUXT_SCALAPAY_API_KEY): missing, and webhooks cannot be verified without it. Set it, or turn the route off with scalapay: { webhooks: { path: false } } in nuxt.config.',
    ])
  }
}

/** Without the ready-made route too, because every other one takes them. */
function checkWebhookNumbers(config: ScalapayRuntimeConfig): void {
  const problems = findReceiverProblems(webhookNumbers(config), { without: ['apiKeys', 'on'] })
  if (problems.length > 0) throw withVariableNames(configError(problems), 'webhooks.')
}
