import type { AppInfo, Environment, RetryOptions } from '@scalapay-kit/core'

/** How deliveries of webhooks reach the shop. */
export interface WebhookRouteOptions {
  /**
   * Where Scalapay sends its webhooks; `false` when you mount `defineScalapayWebhook()` yourself.
   * @default '/api/_scalapay/webhook'
   */
  path?: string | false
  /**
   * Milliseconds until the ready-made route answers 200 while handlers are still at work.
   * @default 8_000
   */
  acknowledgeAfterMs?: number
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
  /** @default 'en' */
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
  webhooks?: WebhookRouteOptions
  returns?: ReturnRouteOptions
  widget?: WidgetOptions
  /** The emulator in `nuxt dev`, or `false` for never. It is no part of a build. @default {} */
  emulator?: DevEmulatorOptions | false
}

/** The loader of the current widget (source: Scalapay docs). */
export const WIDGET_LOADER = 'https://cdn.scalapay.com/widget/scalapay-widget-loader.js?version=V5'

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
