import type { WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'
import type { ScalapayRuntimeConfig } from '../../types/config.js'
import { ifSet } from './settings.js'

/** The numbers of a webhook route: its own, and for the others those of the settings. */
export function webhookNumbers(
  { webhooks }: ScalapayRuntimeConfig,
  own: Partial<WebhookNumbers> = {},
): WebhookNumbers {
  return {
    acknowledgeAfterMs: own.acknowledgeAfterMs ?? ifSet(webhooks.acknowledgeAfterMs),
    drainTimeoutMs: own.drainTimeoutMs ?? ifSet(webhooks.drainTimeoutMs),
    toleranceMs: own.toleranceMs ?? ifSet(webhooks.toleranceMs),
    maxBodyBytes: own.maxBodyBytes ?? ifSet(webhooks.maxBodyBytes),
    leaseMs: own.leaseMs ?? ifSet(webhooks.leaseMs),
  }
}

type WebhookNumbers = Required<
  Pick<
    WebhookReceiverOptions,
    'acknowledgeAfterMs' | 'drainTimeoutMs' | 'toleranceMs' | 'maxBodyBytes' | 'leaseMs'
  >
>
