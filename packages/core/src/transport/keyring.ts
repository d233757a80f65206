import type { ApiKeySource } from '../auth.js'
import { type Config, findKeyMisuse, type Keys } from '../config.js'
import { ScalapayConfigError } from '../errors/config.js'
import { errorCodeOf } from '../errors/scrub.js'
import type { Operation } from '../generated/operations.js'

/** Gives the key for a call. The keys live in its closure, out of reach of anything that prints objects. */
export type Keyring = (
  operation: string,
  kind: Operation['auth'],
  override?: string,
) => string | Promise<string>

/**
 * Chooses the merchant or the device key, asks the caller's function for it where there is one, and checks what it gave.
 */
export function createKeyring(config: Config, keys: Keys): Keyring {
  // Nearly every call has the key of the one before.
  const lastFine: Partial<Record<Operation['auth'], string>> = {}
  return (operation, kind, override) => {
    const option = kind === 'device' ? 'deviceApiKey' : 'apiKey'
    const source = override ?? keys[kind]
    const checked = (key: string) => {
      if (key === lastFine[kind]) return key
      const problem = findKeyMisuse(key, config.environment)
      if (problem === undefined) {
        lastFine[kind] = key
        return key
      }
      throw new ScalapayConfigError(`${operation}: ${option} ${problem}`, { operation })
    }
    if (typeof source === 'function') return askForKey(source, operation, option).then(checked)
    if (source !== undefined) return checked(source)
    const what =
      option === 'deviceApiKey'
        ? 'the device key: set deviceApiKey'
        : 'the merchant key: set apiKey'
    throw new ScalapayConfigError(`${operation} takes ${what} when constructing the client.`, {
      operation,
    })
  }
}

async function askForKey(
  source: Exclude<ApiKeySource, string>,
  operation: string,
  option: string,
): Promise<string> {
  try {
    return await source({ operation })
  } catch (cause) {
    throw new ScalapayConfigError(
      `${operation}: the ${option} function failed to give a key${kindOf(cause)}.`,
      {
        operation,
        hint: 'What it said is left out, because it may hold the key: log it inside the function.',
      },
    )
  }
}

/** The name and code of an error, where they look like ones: anything else might be the very key. */
function kindOf(thrown: unknown): string {
  const name = thrown instanceof Error && /^[A-Za-z]+Error$/.test(thrown.name) ? thrown.name : ''
  const code = errorCodeOf(thrown) ?? ''
  const words = [name, /^E[A-Z_]+$/.test(code) ? code : ''].filter((word) => word !== '')
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}
