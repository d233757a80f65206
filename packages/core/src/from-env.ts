import type { Environment } from './environments.js'
import type { ScalapayOptions } from './options.js'

/** The environment of the process where the runtime has one; Workers have none by default. */
interface MaybeProcess {
  process?: { env?: Readonly<Record<string, string | undefined>> }
}

/**
 * Reads `SCALAPAY_API_KEY`, `SCALAPAY_ENVIRONMENT`, `SCALAPAY_DEVICE_API_KEY` and `SCALAPAY_BASE_URL`: the only place
 * of this package that looks at the environment, and only when called. Empty variables count as absent.
 */
export function optionsFromEnv(
  env: Readonly<Record<string, string | undefined>> = (globalThis as MaybeProcess).process?.env ??
    {},
): ScalapayOptions {
  return {
    apiKey: env.SCALAPAY_API_KEY || undefined,
    deviceApiKey: env.SCALAPAY_DEVICE_API_KEY || undefined,
    // An unknown word is refused, with the variable's name, where options are checked.
    environment: (env.SCALAPAY_ENVIRONMENT || undefined) as Environment,
    baseUrl: env.SCALAPAY_BASE_URL || undefined,
  }
}
