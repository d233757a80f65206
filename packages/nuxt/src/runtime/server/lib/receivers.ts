import {
  createWebhookReceiver,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { inNuxtWords } from './settings.js'

const receivers = new Set<WebhookReceiver>()

/** @throws ScalapayConfigError */
export function createReceiver(options: WebhookReceiverOptions): WebhookReceiver {
  try {
    const receiver = createWebhookReceiver(options)
    receivers.add(receiver)
    return receiver
  } catch (error) {
    throw inNuxtWords(error)
  }
}

/** Waits until no handler is at work any more. */
export async function drainReceivers(): Promise<void> {
  await Promise.all([...receivers].map((receiver) => receiver.drain()))
}
