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
    timeoutMs: config.timeoutMs || undefined,
    deadlineMs: config.deadlineMs || undefined,
    ...(maxAttempts !== '' && { retry: { maxAttempts } }),
    ...(appName !== '' && { appInfo: { name: appName, version: appVersion || undefined } }),
  }
}

/** The keys that may have signed a webhook: the merchant key, and the further ones. */
export function webhookKeys({ apiKey, webhooks }: ScalapayRuntimeConfig): string[] {
  // One key of digits alone comes as a number from the environment.
  const further = String(webhooks.apiKeys).split(',')
  return [apiKey, ...further].map((key) => String(key).trim()).filter((key) => key !== '')
}

/** Milliseconds until a webhook is answered while handlers are still at work; `undefined` for the default. */
export function acknowledgementOf({ webhooks }: ScalapayRuntimeConfig): number | undefined {
  return webhooks.acknowledgeAfterMs === '' ? undefined : webhooks.acknowledgeAfterMs
}

/**
 * Nuxt reads a variable of digits as a number, which may have lost some of them.
 *
 * @throws ScalapayConfigError
 */
export function refuseNumbers(config: ScalapayRuntimeConfig): void {
  const problems = (['apiKey', 'deviceApiKey'] as const)
    .filter((name) => typeof config[name] !== 'string')
    .map(
      (name) =>
        `${name} (${VARIABLES[name]}): Nuxt read it as a number. Write it with quotes inside the value: ${VARIABLES[name]}='"…"'.`,
    )
  if (problems.length > 0) throw configError(problems)
}

const VARIABLES = {
  apiKey: 'NUXT_SCALAPAY_API_KEY',
  deviceApiKey: 'NUXT_SCALAPAY_DEVICE_API_KEY',
}

/** Names the variables as Nuxt reads them: with its prefix. */
export function inNuxtWords(error: unknown): unknown {
  if (!isScalapayError(error) || error.name !== 'ScalapayConfigError') return error
  const { problems } = error as ScalapayConfigError
  return configError(
    problems.map((problem) => problem.replace(/(?<!NUXT_)SCALAPAY_/g, 'NUXT_SCALAPAY_')),
  )
}

/** The error for settings that cannot be used. */
export function configError(problems: readonly string[]): ScalapayConfigError {
  const list = problems.map((problem) => `\n  - ${problem}`).join('')
  return new ScalapayConfigError(`Scalapay is not set up:${list}`, { problems })
}
