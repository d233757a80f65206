import {
  createWebhookReceiver,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { log } from './log.js'
import { configError, inNuxtWords } from './settings.js'

/** What a receiver on a server that ends one day is told. */
export interface ReceiverOptions extends WebhookReceiverOptions {
  /**
   * Milliseconds that the end of the server waits for handlers that still work. What has not ended by then is left to the
   * sweep.
   * @default 10_000
   */
  drainTimeoutMs?: number | undefined
}

const DEFAULT_DRAIN_TIMEOUT_MS = 10_000

/** Every receiver, with how long the end waits for it. */
const receivers = new Map<WebhookReceiver, number>()

/** @throws ScalapayConfigError */
export function createReceiver({
  drainTimeoutMs = DEFAULT_DRAIN_TIMEOUT_MS,
  ...options
}: ReceiverOptions): WebhookReceiver {
  if (!isDelay(drainTimeoutMs)) {
    throw configError(['drainTimeoutMs: must be a whole number from 1 to 2147483647.'])
  }
  try {
    const receiver = createWebhookReceiver(options)
    receivers.set(receiver, drainTimeoutMs)
    return receiver
  } catch (error) {
    throw inNuxtWords(error)
  }
}

/** Waits until no handler is at work any more, or time is over, and then says so. */
export async function drainReceivers(): Promise<void> {
  await Promise.all([...receivers].map(([receiver, timeoutMs]) => drain(receiver, timeoutMs)))
}

async function drain(receiver: WebhookReceiver, timeoutMs: number): Promise<void> {
  if (await receiver.drain({ timeoutMs })) return
  log.warn(
    `webhook handlers still at work at the end, after ${timeoutMs} ms: the sweep has to find their orders`,
  )
}

/** What a timer can hold; it would fire at once for a longer one. */
function isDelay(milliseconds: number): boolean {
  return Number.isInteger(milliseconds) && milliseconds >= 1 && milliseconds < 2 ** 31
}
