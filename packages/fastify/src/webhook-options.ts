import type { WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'

/** How deliveries are received: the core's options, and what a route of Fastify needs besides. */
export interface ScalapayWebhookOptions extends Omit<WebhookReceiverOptions, 'apiKeys'> {
  /**
   * The merchant key that verifies deliveries, or several while keys are rotated.
   * @default the client's `apiKey`, when that is a string
   */
  apiKeys?: WebhookReceiverOptions['apiKeys'] | undefined
  /**
   * Where Scalapay posts to, below the prefix of the scope.
   * @default '/webhooks/scalapay', and '/webhooks/scalapay/<name>' for a named account
   */
  path?: string | undefined
  /**
   * Whether to leave the route out of the OpenAPI document of @fastify/swagger.
   * @default false
   */
  hide?: boolean | undefined
}

/** Options of `scalapayWebhook`, for mounting the route by hand. */
export interface ScalapayWebhookPluginOptions extends ScalapayWebhookOptions {
  /**
   * Whose key verifies deliveries, when no `apiKeys` are given: the `name` of that registration.
   * @default 'default'
   */
  name?: string | undefined
}

const DEFAULT_PATH = '/webhooks/scalapay'

/**
 * The path of an account's webhook route.
 *
 * @param suffix the account's name, empty for the one without
 * @returns `undefined` when no path is given and the name cannot be part of one: Fastify's router would not find it encoded
 */
export function pathFor({ path }: ScalapayWebhookOptions, suffix = ''): string | undefined {
  if (path !== undefined) return path
  if (suffix === '') return DEFAULT_PATH
  return /^[\w.~-]+$/.test(suffix) ? `${DEFAULT_PATH}/${suffix}` : undefined
}
