import type { WebhookReport } from '@scalapay-kit/core/webhooks'
import { useNitroApp } from 'nitropack/runtime'
import { log } from './log.js'
import { lineFor } from './report-line.js'

/** Logs every delivery, at the level of its report, and tells the hook `scalapay:report` about it. */
export async function reportDelivery(report: WebhookReport): Promise<void> {
  log[report.level](lineFor(report))
  await useNitroApp().hooks.callHook('scalapay:report', report)
}
