import type { ModuleOptions } from './options.js'
import { WIDGET_LOADER } from './options.js'
import type { ScalapayPublicRuntimeConfig, ScalapayRuntimeConfig } from './runtime/types/config.js'

/** What only the server sees. What the options do not say is declared empty, for the environment to fill in. */
export function privateConfig(options: ModuleOptions): ScalapayRuntimeConfig {
  const { retry } = options
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
      path: options.webhooks?.path || '',
      apiKeys: '',
      acknowledgeAfterMs: options.webhooks?.acknowledgeAfterMs ?? '',
    },
  }
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
