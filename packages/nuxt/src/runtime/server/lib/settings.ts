import {
  type Environment,
  isScalapayError,
  ScalapayConfigError,
  type ScalapayOptions,
} from '@scalapay-kit/core'
import type { ScalapayRuntimeConfig } from '../../types/config.js'

/** The client's options. What is empty was not set. */
export function toClientOptions(config: ScalapayRuntimeConfig): ScalapayOptions {
  const { maxAttempts, appName, appVersion } = config
  return {
    apiKey: config.apiKey || undefined,
    deviceApiKey: config.deviceApiKey || undefined,
    // An unknown word is refused, with the variable's name, where options are checked.
    environment: (config.environment || undefined) as Environment,
    baseUrl: config.baseUrl || undefined,
    timeoutMs: ifSet(config.timeoutMs),
    deadlineMs: ifSet(config.deadlineMs),
    ...(maxAttempts !== '' && { retry: { maxAttempts } }),
    ...(appName !== '' && { appInfo: { name: appName, version: appVersion || undefined } }),
  }
}

/** The keys that may have signed a webhook: the merchant key, and the further ones. */
export function webhookKeys({ apiKey, webhooks }: ScalapayRuntimeConfig): string[] {
  // A single key that consists of digits comes from the environment as a number.
  const further = String(webhooks.apiKeys ?? '').split(',')
  return [apiKey ?? '', ...further].map((key) => String(key).trim()).filter((key) => key !== '')
}

/** `undefined` for an empty setting. Zero is not empty: the core decides whether it can be used. */
export function ifSet(value: number | ''): number | undefined {
  return value === '' ? undefined : value
}

/**
 * Nuxt reads a variable of digits as a number, which may have lost some of them.
 *
 * @throws ScalapayConfigError
 */
export function refuseNumericKeys(config: ScalapayRuntimeConfig): void {
  const problems = (['apiKey', 'deviceApiKey'] as const)
    .filter((name) => typeof config[name] !== 'string')
    .map(
      (name) =>
        `${name} (${KEY_VARIABLES[name]}): Nuxt read it as a number. Write it with quotes inside the value: ${KEY_VARIABLES[name]}='"…"'.`,
    )
  if (problems.length > 0) throw configError(problems)
}

const KEY_VARIABLES = {
  apiKey: 'NUXT_SCALAPAY_API_KEY',
  deviceApiKey: 'NUXT_SCALAPAY_DEVICE_API_KEY',
}

/** Names the variables as Nuxt reads them: with its prefix. */
export function withNuxtPrefix(error: unknown): unknown {
  if (!isScalapayError(error, 'ScalapayConfigError')) return error
  return configError(
    error.problems.map((problem) => problem.replace(/(?<!NUXT_)SCALAPAY_/g, 'NUXT_SCALAPAY_')),
  )
}

/**
 * Names the variables of settings that the core knows only as options, such as `timeoutMs`.
 *
 * @param section where the settings are, below `runtimeConfig.scalapay`
 */
export function withVariableNames(error: unknown, section: '' | 'webhooks.'): unknown {
  if (!isScalapayError(error, 'ScalapayConfigError')) return error
  return configError(
    error.problems.map((problem) =>
      problem.replace(
        /^[\w.]+(?=:)/,
        (name) => `${section}${name} (${variableOf(section + name)})`,
      ),
    ),
  )
}

/** Options of the core whose settings have other names. */
const SETTING_NAMES: Readonly<Record<string, string>> = {
  appInfo: 'appName',
  'retry.maxAttempts': 'maxAttempts',
}

/** The variable with which Nuxt fills a setting in. */
function variableOf(path: string): string {
  const words = (SETTING_NAMES[path] ?? path).replace(/[A-Z]/g, '_$&').replace('.', '_')
  return `NUXT_SCALAPAY_${words.toUpperCase()}`
}

/** The error for settings that cannot be used. */
export function configError(problems: readonly string[]): ScalapayConfigError {
  return ScalapayConfigError.listing('Scalapay is not set up', problems)
}
