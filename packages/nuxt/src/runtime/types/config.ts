/**
 * `runtimeConfig.scalapay`: on the server only. Every key is there, empty where it is not set, because only then can an
 * environment variable fill it in when the server starts.
 */
export interface ScalapayRuntimeConfig {
  /** The merchant key: `NUXT_SCALAPAY_API_KEY`. */
  apiKey: string
  /** The device key, for in-store operations: `NUXT_SCALAPAY_DEVICE_API_KEY`. */
  deviceApiKey: string
  /** `production`, `sandbox` or `emulator`: `NUXT_SCALAPAY_ENVIRONMENT`. */
  environment: string
  /** `NUXT_SCALAPAY_BASE_URL`. */
  baseUrl: string
  /** Milliseconds; empty for the default. `NUXT_SCALAPAY_TIMEOUT_MS`. */
  timeoutMs: number | ''
  /** Milliseconds; empty for the default. `NUXT_SCALAPAY_DEADLINE_MS`. */
  deadlineMs: number | ''
  /** The most requests that one call makes; empty for the default. `NUXT_SCALAPAY_MAX_ATTEMPTS`. */
  maxAttempts: number | ''
  /** Names the shop in the `User-Agent` header; empty for not at all. */
  appName: string
  appVersion: string
  webhooks: {
    /** Where the ready-made route is; empty when it is off. */
    path: string
    /**
     * Further keys that may have signed a webhook, while the merchant key is changed, separated by commas:
     * `NUXT_SCALAPAY_WEBHOOKS_API_KEYS`.
     */
    apiKeys: string
    /**
     * Milliseconds until a webhook route answers while handlers are still at work; empty for the default.
     * `NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS`.
     */
    acknowledgeAfterMs: number | ''
    /**
     * Milliseconds that the end of the server waits for handlers; empty for the default.
     * `NUXT_SCALAPAY_WEBHOOKS_DRAIN_TIMEOUT_MS`.
     */
    drainTimeoutMs: number | ''
    /**
     * Milliseconds that the time of signing may be from now; empty for the default. `NUXT_SCALAPAY_WEBHOOKS_TOLERANCE_MS`.
     */
    toleranceMs: number | ''
    /** The largest body, in bytes; empty for the default. `NUXT_SCALAPAY_WEBHOOKS_MAX_BODY_BYTES`. */
    maxBodyBytes: number | ''
    /**
     * Milliseconds after which a handler that has not finished counts as dead; empty for the default.
     * `NUXT_SCALAPAY_WEBHOOKS_LEASE_MS`.
     */
    leaseMs: number | ''
  }
}

/** `runtimeConfig.public.scalapay`: in every page. Nothing in it is secret. */
export interface ScalapayPublicRuntimeConfig {
  /** What the widget shows itself for: `NUXT_PUBLIC_SCALAPAY_ENVIRONMENT`. */
  environment: string
  /** The widget's public token: `NUXT_PUBLIC_SCALAPAY_MERCHANT_TOKEN`. */
  merchantToken: string
  /** `NUXT_PUBLIC_SCALAPAY_LOCALE`. */
  locale: string
  /** The widget's script: `NUXT_PUBLIC_SCALAPAY_LOADER_URL`. */
  loaderUrl: string
}
