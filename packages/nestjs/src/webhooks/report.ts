import { isScalapayError, type Logger } from '@scalapay-kit/core'
import type { WebhookReport } from '@scalapay-kit/core/webhooks'

/** Writes one line for each delivery, without its body. */
export function logReport(logger: Logger): (report: WebhookReport) => void {
  return ({ status, reason, level, isLate, event, keyIndex, error }) => {
    const fields = { status, reason, event: event?.status, id: event?.id, keyIndex }
    const known = Object.entries(fields).filter(([, value]) => value !== undefined)
    const message = isLate ? 'scalapay webhook, after its answer' : 'scalapay webhook'
    logger[level]({ ...Object.fromEntries(known), ...explain(error) }, message)
  }
}

/** A refusal is explained by its hint; what a handler threw is the application's own, and needs its stack. */
function explain(error: unknown): object {
  if (error === undefined) return {}
  if (isScalapayError(error, 'ScalapayWebhookError')) {
    return { problem: error.message, hint: error.hint }
  }
  return { err: error }
}
