import type { WebhookReport } from '@scalapay-kit/core/webhooks'
import type { FastifyBaseLogger } from 'fastify'

const SECRETS = ['apiKey', 'apiKeys', 'deviceApiKey', 'authorization', '["x-scalapay-hmac-v1"]']

const REDACTED_PATHS = SECRETS.flatMap((name) => {
  const below = (parent: string) =>
    name.startsWith('[') ? `${parent}${name}` : `${parent}.${name}`
  return [name, below('*'), below('*.headers')]
})

/** The app's logger as the client and the receiver have it: named, and without keys and signatures whatever is logged. */
export function moduleLogger(log: FastifyBaseLogger): FastifyBaseLogger {
  return log.child({ module: 'scalapay' }, { redact: REDACTED_PATHS })
}

/**
 * Writes one line for each delivery.
 *
 * @param app also logs errors of the app's own handlers and store: they may hold anything, and only the app's own redaction
 *   knows what
 */
export function reportLogger(app: FastifyBaseLogger): (report: WebhookReport) => void {
  const log = moduleLogger(app)
  return ({ status, reason, level, isLate, event, keyIndex, error }) => {
    const about = { status, reason, isLate, event, keyIndex }
    if (event !== undefined && error !== undefined) {
      app[level]({ module: 'scalapay', ...about, err: error }, `webhook ${reason}`)
      return
    }
    log[level]({ ...about, ...explanation(error) }, `webhook ${reason}`)
  }
}

/** What the core says about a refusal: it holds no key and nothing of the body. */
function explanation(error: unknown): { problem?: string; hint?: unknown } {
  if (!(error instanceof Error)) return {}
  return { problem: error.message, hint: 'hint' in error ? error.hint : undefined }
}
