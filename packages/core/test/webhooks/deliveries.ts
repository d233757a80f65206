import {
  createWebhookReceiver,
  type Delivery,
  ScalapayWebhookError,
  signWebhook,
  type WebhookEvent,
  type WebhookReceiver,
  type WebhookReceiverOptions,
  type WebhookReport,
} from '../../src/webhooks.js'
import { type ManualClock, manualClock } from '../support/manual-clock.js'

export const KEY = 'merchant-key-0001'
export const NOW = Date.UTC(2024, 5, 3, 15)

export const minutes = (count: number) => count * 60_000
export const days = (count: number) => count * 24 * 60 * 60_000

/** The body of an event, byte for byte as Scalapay writes it. */
export function bodyOf(status: string, orderToken = 'T1'): string {
  return `{"merchantReference":"order-1","totalAmount":40.7,"status":"${status}","orderToken":"${orderToken}"}`
}

/** A delivery as Scalapay sends it; signed now unless told otherwise. */
export async function delivery(
  rawBody: string | Uint8Array = bodyOf('charged'),
  { apiKey = KEY, timestamp = NOW }: { apiKey?: string; timestamp?: number } = {},
): Promise<Delivery & { headers: Record<string, string> }> {
  return { rawBody, headers: { ...(await signWebhook({ rawBody, apiKey, timestamp })) } }
}

export interface Setup extends WebhookReceiver {
  /** The events that the handler of every event was given. */
  events: WebhookEvent[]
  reports: WebhookReport[]
  clock: ManualClock
}

/** A receiver on a manual clock, with a handler of every event unless the options have handlers. */
export function receiver(options: Partial<WebhookReceiverOptions> = {}): Setup {
  const clock = manualClock(NOW)
  const events: WebhookEvent[] = []
  const reports: WebhookReport[] = []
  const made = createWebhookReceiver({
    apiKeys: KEY,
    on: { '*': (event) => events.push(event) },
    onReport: (report) => reports.push(report),
    now: clock.now,
    schedule: clock.schedule,
    ...options,
  })
  return { ...made, events, reports, clock }
}

/** The refusal that a verification ends with; fails when there is none. */
export async function refusalOf(call: Promise<unknown>): Promise<ScalapayWebhookError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ScalapayWebhookError) return error
  throw error ?? new Error('expected a refusal, got an event')
}
