import { isScalapayError, type Logger } from '@scalapay-kit/core'
import type { WebhookReplyReason, WebhookReport } from '@scalapay-kit/core/webhooks'

type Level = 'debug' | 'info' | 'warn' | 'error'

/** What is not named here was refused: the sender's doing, or a mistake in the set-up that its hint explains. */
const LEVELS: Partial<Record<WebhookReplyReason, Level>> = {
  handled: 'info',
  duplicate: 'debug',
  'no-handler': 'debug',
  'still-working': 'info',
  'retry-later': 'info',
  'in-progress': 'info',
  'handler-failed': 'error',
  'store-failed': 'error',
  'body-already-parsed': 'error',
  failed: 'error',
}

/** Writes one line for each delivery, without its body. */
export function logReport(logger: Logger): (report: WebhookReport) => void {
  return ({ status, reason, isLate, event, keyIndex, error }) => {
    const fields = { status, reason, event: event?.status, id: event?.id, keyIndex }
    const known = Object.entries(fields).filter(([, value]) => value !== undefined)
    const message = isLate ? 'scalapay webhook, after its answer' : 'scalapay webhook'
    logger[LEVELS[reason] ?? 'warn']({ ...Object.fromEntries(known), ...explain(error) }, message)
  }
}

/** A refusal is explained by its hint; what a handler threw is the application's own, and needs its stack. */
function explain(error: unknown): object {
  if (error === undefined) return {}
  if (isScalapayError(error) && error.name === 'ScalapayWebhookError') {
    return { problem: error.message, hint: error.hint }
  }
  return { err: error }
}
