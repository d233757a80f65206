import type { WebhookReport } from '@scalapay-kit/core/webhooks'
import { useNitroApp } from 'nitropack/runtime'
import { log } from './log.js'

/** Logs what was refused or failed, and tells the hook `scalapay:report` about every delivery. */
export async function reportDelivery(report: WebhookReport): Promise<void> {
  const { status, reason, error, event } = report
  if (error !== undefined || status !== 200) {
    // What a handler threw may hold personal data, so it goes to the hook alone.
    const explanation = isRefusal(error) ? ` ${error.message} ${error.hint ?? ''}` : ''
    log.warn(`webhook ${event?.status ?? ''} answered with ${status}: ${reason}.${explanation}`)
  }
  await useNitroApp().hooks.callHook('scalapay:report', report)
}

function isRefusal(error: unknown): error is Error & { hint?: string } {
  return error instanceof Error && error.name === 'ScalapayWebhookError'
}
