import { Scalapay } from '@scalapay-kit/core'
import type { ScalapayRuntimeConfig } from '../../types/config.js'
import {
  refuseNumericKeys,
  toClientOptions,
  withNuxtPrefix,
  withVariableNames,
} from './settings.js'

/** One client for each settings, because calls of one client share connections and a retry budget. */
const clients = new Map<string, Scalapay>()

/** @throws ScalapayConfigError naming the variables that are wrong or missing */
export function clientFor(config: ScalapayRuntimeConfig): Scalapay {
  refuseNumericKeys(config)
  const options = toClientOptions(config)
  const id = JSON.stringify(options)
  const known = clients.get(id)
  if (known !== undefined) return known
  const client = createClient(options)
  clients.set(id, client)
  return client
}

/** Closes the connections of all clients. */
export async function closeClients(): Promise<void> {
  const all = [...clients.values()]
  clients.clear()
  await Promise.all(all.map((client) => client.close()))
}

function createClient(options: ConstructorParameters<typeof Scalapay>[0]): Scalapay {
  try {
    return new Scalapay(options)
  } catch (error) {
    throw withVariableNames(withNuxtPrefix(error), '')
  }
}
