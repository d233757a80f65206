import type { AppInfo, Environment, RetryOptions } from '@scalapay-kit/core'

/** How deliveries of webhooks reach the shop. The numbers hold for `defineScalapayWebhook()` too, which can say otherwise. */
export interface WebhookRouteOptions {
  /**
   * Where Scalapay sends its webhooks; `false` when you mount `defineScalapayWebhook()` yourself.
   * @default '/api/_scalapay/webhook'
   */
  path?: string | false
  /**
   * Milliseconds until 200 is answered while handlers are still at work.
   * `NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS` overrides it.
   * @default 8_000
   */
  acknowledgeAfterMs?: number
  /**
   * Milliseconds that the end of the server waits for handlers that still work. What has not ended by then is left to the
   * sweep. `NUXT_SCALAPAY_WEBHOOKS_DRAIN_TIMEOUT_MS` overrides it.
   * @default 10_000
   */
  drainTimeoutMs?: number
  /**
   * Milliseconds that the time of signing may be from now, in both directions.
   * `NUXT_SCALAPAY_WEBHOOKS_TOLERANCE_MS` overrides it.
   * @default 259_200_000 (three days) into the past and 300_000 (five minutes) into the future
   */
  toleranceMs?: number
  /**
   * The largest body, in bytes. `NUXT_SCALAPAY_WEBHOOKS_MAX_BODY_BYTES` overrides it.
   * @default 1_048_576
   */
  maxBodyBytes?: number
  /**
   * Milliseconds after which a handler that has not finished counts as dead, so that a redelivery may run it again.
   * `NUXT_SCALAPAY_WEBHOOKS_LEASE_MS` overrides it.
   * @default 300_000
   */
  leaseMs?: number
}

/** How shoppers come back from Scalapay. */
export interface ReturnRouteOptions {
  /**
   * Where shoppers come back to; `false` when you mount `defineScalapayReturn()` yourself.
   * @default '/api/_scalapay/return'
   */
  path?: string | false
}

/** The official widget; all of it is public. */
export interface WidgetOptions {
  /** The widget's own token from Scalapay's portal. It is public, and not the merchant key. */
  merchantToken?: string
  /** The widget's language. @default 'en' */
  locale?: string
  /**
   * The script that brings the element.
   * @default 'https://cdn.scalapay.com/widget/scalapay-widget-loader.js?version=V5' (source: Scalapay docs)
   */
  loaderUrl?: string
}

/** The emulator that `nuxt dev` starts when no merchant key is set. */
export interface DevEmulatorOptions {
  /** A free port is taken when this one is in use. @default 8484 */
  port?: number
}

/**
 * `scalapay` in `nuxt.config.ts`. Keys are not among it: they come at run time, from `NUXT_SCALAPAY_API_KEY` and
 * `NUXT_SCALAPAY_DEVICE_API_KEY`, so that no build holds them.
 */
export interface ModuleOptions {
  /** Where calls go. No default outside development; `NUXT_SCALAPAY_ENVIRONMENT` overrides it. */
  environment?: Environment
  /** Replaces the environment's URL; `NUXT_SCALAPAY_BASE_URL` overrides it. */
  baseUrl?: string
  /** Milliseconds that one request may take. @default 10_000 */
  timeoutMs?: number
  /** Milliseconds that all requests of one call may take together. @default 30_000 */
  deadlineMs?: number
  /** How failed requests are repeated, or `false` for never. @default { maxAttempts: 3 } */
  retry?: Pick<RetryOptions, 'maxAttempts'> | false
  /** Names your shop in the `User-Agent` header. */
  appInfo?: AppInfo
  /** The ready-made route for webhooks, and what holds for your own too. @default { path: '/api/_scalapay/webhook' } */
  webhooks?: WebhookRouteOptions
  /** The ready-made route for shoppers who come back. @default { path: '/api/_scalapay/return' } */
  returns?: ReturnRouteOptions
  /** What `<ScalapayWidget>` is given; in every page, so nothing secret. @default { locale: 'en' } */
  widget?: WidgetOptions
  /** The emulator in `nuxt dev`, or `false` for never. It is not part of a build. @default {} */
  emulator?: DevEmulatorOptions | false
}

/** The loader of the current widget (source: Scalapay docs). */
export const WIDGET_LOADER = 'https://cdn.scalapay.com/widget/scalapay-widget-loader.js?version=V5'

/** What holds where `nuxt.config.ts` says nothing. */
export const defaults = {
  webhooks: { path: '/api/_scalapay/webhook' },
  returns: { path: '/api/_scalapay/return' },
  widget: { merchantToken: '', locale: 'en', loaderUrl: WIDGET_LOADER },
  emulator: { port: 8484 },
} satisfies ModuleOptions

/** The options cannot be used; the message lists every problem. */
class ModuleOptionsError extends Error {
  override readonly name = 'ModuleOptionsError'

  constructor(problems: readonly string[]) {
    super(`scalapay in nuxt.config: ${problems.join(' ')}`)
  }
}

/** @throws ModuleOptionsError */
export function checkOptions(options: ModuleOptions): void {
  const problems = [
    ...['apiKey', 'deviceApiKey']
      .filter((name) => name in options)
      .map(
        (name) =>
          `Remove ${name}: a key in nuxt.config ends in the repository and in the build. Set NUXT_SCALAPAY_${name === 'apiKey' ? 'API_KEY' : 'DEVICE_API_KEY'} where the server runs.`,
      ),
    ...(['webhooks', 'returns'] as const)
      .filter((name) => !isPath(options[name]?.path))
      .map((name) => `${name}.path must begin with a slash, or be false.`),
  ]
  if (problems.length > 0) throw new ModuleOptionsError(problems)
}

function isPath(path: unknown): boolean {
  return path === false || (typeof path === 'string' && /^\/[^?#\s]*$/.test(path))
}
