import type { ModuleOptions } from './options.js'
import { WIDGET_LOADER } from './options.js'
import type { ScalapayPublicRuntimeConfig, ScalapayRuntimeConfig } from './runtime/types/config.js'

/** What only the server sees. What the options do not say is declared empty, for the environment to fill in. */
export function privateConfig(options: ModuleOptions): ScalapayRuntimeConfig {
  const { retry, webhooks } = options
  return {
    apiKey: '',
    deviceApiKey: '',
    environment: options.environment ?? '',
    baseUrl: options.baseUrl ?? '',
    timeoutMs: options.timeoutMs ?? '',
    deadlineMs: options.deadlineMs ?? '',
    maxAttempts: retry === false ? 1 : (retry?.maxAttempts ?? ''),
    appName: options.appInfo?.name ?? '',
    appVersion: options.appInfo?.version ?? '',
    webhooks: {
      path: webhooks?.path || '',
      apiKeys: '',
      acknowledgeAfterMs: webhooks?.acknowledgeAfterMs ?? '',
      drainTimeoutMs: webhooks?.drainTimeoutMs ?? '',
      toleranceMs: webhooks?.toleranceMs ?? '',
      maxBodyBytes: webhooks?.maxBodyBytes ?? '',
      leaseMs: webhooks?.leaseMs ?? '',
    },
  }
}

/** What the shop's own `runtimeConfig.scalapay` says wins; what it leaves out stays declared. */
export function withRuntimeConfig(
  config: ScalapayRuntimeConfig,
  own: unknown,
): ScalapayRuntimeConfig {
  const { webhooks, ...others } = (own ?? {}) as Partial<ScalapayRuntimeConfig>
  return { ...config, ...others, webhooks: { ...config.webhooks, ...webhooks } }
}

/** What every page holds, picked one by one, so that no option becomes public by being added. */
export function publicConfig({ environment, widget }: ModuleOptions): ScalapayPublicRuntimeConfig {
  return {
    environment: environment ?? '',
    merchantToken: widget?.merchantToken ?? '',
    locale: widget?.locale ?? 'en',
    loaderUrl: widget?.loaderUrl ?? WIDGET_LOADER,
  }
}
