import type { WebhookHandler, WebhookHandlers } from '@scalapay-kit/core/webhooks'
import type { NitroApp } from 'nitropack/types'
import { configError } from './settings.js'

/** The hook of every status, of those that are not known yet, and of every event. */
const HOOKS = {
  created: 'scalapay:created',
  authorized: 'scalapay:authorized',
  charged: 'scalapay:charged',
  refunded: 'scalapay:refunded',
  expired: 'scalapay:expired',
  unknown: 'scalapay:unknown',
  '*': 'scalapay:event',
} as const satisfies Partial<Record<keyof WebhookHandlers, string>>

/**
 * Every listener of a hook as a handler of its own, so that when one fails and Scalapay sends the event again, the others
 * do not run twice.
 *
 * @throws ScalapayConfigError when nothing listens: 200 would then tell Scalapay that the event was handled
 */
export function hookedHandlers(hooks: NitroApp['hooks']): WebhookHandlers {
  const found = Object.entries(HOOKS).map(([status, hook]): [string, readonly WebhookHandler[]] => [
    status,
    listenersOf(hooks, hook),
  ])
  if (found.every(([, listeners]) => listeners.length === 0)) {
    throw configError([
      "webhooks: nobody listens. In a Nitro plugin, nitroApp.hooks.hook('scalapay:charged', async (event) => {…}); or mount defineScalapayWebhook() yourself and turn the ready-made route off with scalapay: { webhooks: { path: false } }.",
    ])
  }
  return Object.fromEntries(found)
}

/** hookable shows its listeners only to a function that calls them; this one calls none of them. */
function listenersOf(
  hooks: NitroApp['hooks'],
  hook: (typeof HOOKS)[keyof typeof HOOKS],
): WebhookHandler[] {
  return hooks.callHookWith(
    (listeners) => [...listeners] as WebhookHandler[],
    hook,
    ...([] as unknown as Parameters<WebhookHandler>),
  )
}
