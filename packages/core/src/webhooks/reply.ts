import { REFUSAL_STATUS, ScalapayWebhookError, type WebhookErrorReason } from '../errors/webhook.js'
import type { HandlerState } from './dispatch.js'
import type { WebhookEvent } from './event.js'

/** What became of a delivery that was verified. */
export type WebhookResult =
  /** Every handler did its work. */
  | 'handled'
  /** Every handler had done its work before. */
  | 'duplicate'
  /** No handler is there for this status. */
  | 'no-handler'
  /** Answered with 200 while handlers are at work; a second report tells how it ended. */
  | 'still-working'
  /** A handler threw. */
  | 'handler-failed'
  /** A handler threw `retryLater()`. */
  | 'retry-later'
  /** Another process is handling it; Scalapay is asked to send it again, in case that process dies. */
  | 'in-progress'
  /** The store threw, or did not answer in time. */
  | 'store-failed'

/** Why a delivery was answered as it was; `failed` is a mistake in this package. */
export type WebhookReplyReason = WebhookResult | WebhookErrorReason | 'failed'

/** What to answer to a delivery, as JSON. Only 200 counts as received (source: Scalapay docs). */
export interface WebhookReply {
  /** The HTTP status; what else than 200 Scalapay sends again. */
  status: 200 | 400 | 401 | 413 | 500 | 503
  /** Whether it was received, and if not, why. */
  body: { received: boolean; reason?: WebhookReplyReason }
}

/** What a receiver tells about its work; for logs and metrics. No key is in it and, `error` apart, no personal data. */
export interface WebhookReport {
  /** What was answered. */
  status: WebhookReply['status']
  /** Why it was answered so. */
  reason: WebhookReplyReason
  /** How loud a line in a log about it should be. */
  level: 'debug' | 'info' | 'warn' | 'error'
  /** Whether this is the second report of a delivery: how the work ended that went on after the answer. */
  isLate: boolean
  /** The event's status and id, once it was verified. */
  event?: Pick<WebhookEvent, 'id' | 'status'>
  /** Which of `apiKeys` had signed it. */
  keyIndex?: number
  /** The refusal with its hint, or what your handler or store threw, as it was thrown. */
  error?: unknown
}

/** A reason, and the error behind it when there is one. */
export interface Explained {
  reason: WebhookReplyReason
  error?: unknown
}

const STATUS: Readonly<Record<WebhookReplyReason, WebhookReply['status']>> = {
  handled: 200,
  duplicate: 200,
  'no-handler': 200,
  'still-working': 200,
  'handler-failed': 503,
  'retry-later': 503,
  'in-progress': 503,
  'store-failed': 503,
  ...REFUSAL_STATUS,
  failed: 500,
}

/** What is not named here was refused: the sender's doing, or a mistake in the set-up that its hint explains. */
const LEVEL: Readonly<Partial<Record<WebhookReplyReason, WebhookReport['level']>>> = {
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

/** The answer for a reason. Nothing but the reason is told to the sender. */
export function replyFor(reason: WebhookReplyReason): WebhookReply {
  const status = STATUS[reason]
  return { status, body: status === 200 ? { received: true } : { received: false, reason } }
}

/** What is told of a delivery. */
export function reportOf(
  { reason, ...explained }: Explained,
  about: Pick<WebhookReport, 'status' | 'isLate' | 'event' | 'keyIndex'>,
): WebhookReport {
  return { ...about, reason, level: LEVEL[reason] ?? 'warn', ...explained }
}

/** The reason for a delivery that was not handled at all. */
export function explainRefusal(error: unknown): Explained {
  return { reason: error instanceof ScalapayWebhookError ? error.reason : 'failed', error }
}

/** What must not be acknowledged comes first: one such handler decides over all the others. */
const WORST_FIRST = [
  'store-failed',
  'claiming',
  'handler-failed',
  'retry-later',
  'in-progress',
  'running',
  'handled',
  'duplicate',
] as const satisfies HandlerState['status'][]

/** How the work on an event stands. */
export function explainWork(states: readonly HandlerState[]): Explained {
  const worst = WORST_FIRST.find((status) => states.some((state) => state.status === status))
  if (worst === undefined) return { reason: 'no-handler' }
  if (worst === 'running') return { reason: 'still-working' }
  if (worst === 'claiming') {
    return { reason: 'store-failed', error: new Error('The store did not answer a claim in time.') }
  }
  const errors = states.flatMap((state) => ('error' in state ? [state.error] : []))
  if (errors.length === 0) return { reason: worst }
  const error = errors.length === 1 ? errors[0] : new AggregateError(errors, SEVERAL)
  return { reason: worst, error }
}

const SEVERAL = 'Several handlers of one event failed.'
