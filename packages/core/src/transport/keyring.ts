import type { ApiKeySource } from '../auth.js'
import { type Config, findKeyMisuse, type Keys } from '../config.js'
import { ScalapayConfigError } from '../errors/config.js'
import { scrubCause } from '../errors/scrub.js'
import type { Operation } from '../generated/operations.js'

/** Gives the key for a call. The keys live in its closure, out of reach of anything that prints objects. */
export type Keyring = (
  operation: string,
  kind: Operation['auth'],
  override?: string,
) => Promise<string>

/**
 * Chooses the merchant or the device key, asks the caller's function for it where there is one, and checks what it gave.
 */
export function createKeyring(config: Config, keys: Keys): Keyring {
  return async (operation, kind, override) => {
    const option = kind === 'device' ? 'deviceApiKey' : 'apiKey'
    const key = await resolveKey(override ?? keys[kind], operation, option)
    const problem = findKeyMisuse(key, config.environment, config.isProduction)
    if (problem === undefined) return key
    throw new ScalapayConfigError(`${operation}: ${option} ${problem}`, { operation })
  }
}

async function resolveKey(
  source: ApiKeySource | undefined,
  operation: string,
  option: string,
): Promise<string> {
  if (source === undefined) {
    const what =
      option === 'deviceApiKey'
        ? 'the device key: set deviceApiKey'
        : 'the merchant key: set apiKey'
    throw new ScalapayConfigError(`${operation} takes ${what} when constructing the client.`, {
      operation,
    })
  }
  if (typeof source === 'string') return source
  try {
    return await source({ operation })
  } catch (cause) {
    const details = { operation, cause: scrubCause(cause, []) }
    throw new ScalapayConfigError(
      `${operation}: the ${option} function failed to give a key.`,
      details,
    )
  }
}
