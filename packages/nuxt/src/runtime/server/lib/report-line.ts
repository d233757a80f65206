import { isScalapayError } from '@scalapay-kit/core'
import type { WebhookReport } from '@scalapay-kit/core/webhooks'

/**
 * What the log says about a delivery. About an error of a handler it says where, and not what: a message may hold personal
 * data, so it goes only to the hook.
 */
export function lineFor(report: WebhookReport): string {
  const { status, reason, isLate, event } = report
  const webhook = event === undefined ? 'webhook' : `webhook ${event.status}`
  const answered = isLate ? ', after its answer' : ' answered with'
  return `${webhook}${answered} ${status}: ${reason}.${explanation(report)}`
}

function explanation({ level, error }: WebhookReport): string {
  if (isScalapayError(error, 'ScalapayWebhookError')) return ` ${error.message} ${error.hint ?? ''}`
  return level === 'error' ? thrown(error) : ''
}

/** The name of an error and its way through the code; of several, each. */
function thrown(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(thrown).join('\n')
  if (!(error instanceof Error)) return ' The thrown value is not an Error.'
  const { name, message, stack = '' } = error
  const frames = stack.replace(message, '').match(/^ +at .*$/gm) ?? []
  return [` ${name}`, ...frames].join('\n')
}
