import {
  createWebhookReceiver,
  findReceiverProblems,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { log } from './log.js'
import { configError, withNuxtPrefix } from './settings.js'

/** Every receiver, for the end of the server. */
const receivers = new Set<WebhookReceiver>()

/**
 * Checks the options of a route whose keys come with the requests.
 *
 * @throws ScalapayConfigError
 */
export function checkReceiver(options: Parameters<typeof findReceiverProblems>[0]): void {
  const problems = findReceiverProblems(options, { without: ['apiKeys'] })
  if (problems.length > 0) throw withNuxtPrefix(configError(problems))
}

/** @throws ScalapayConfigError */
export function createReceiver(options: WebhookReceiverOptions): WebhookReceiver {
  try {
    const receiver = createWebhookReceiver(options)
    receivers.add(receiver)
    return receiver
  } catch (error) {
    throw withNuxtPrefix(error)
  }
}

/** Waits until no handler is at work any more; says so in the log when the time was over first. */
export async function drainReceivers(): Promise<void> {
  await Promise.all([...receivers].map(drain))
}

async function drain(receiver: WebhookReceiver): Promise<void> {
  const { drainTimeoutMs: timeoutMs } = receiver
  if (await receiver.drain({ timeoutMs })) return
  log.warn(
    `webhook handlers still at work at the end, after ${timeoutMs} ms: the sweep has to find their orders`,
  )
}
