import type { Scalapay } from '@scalapay-kit/core'
import { sharedTable } from './shared-table.js'

/** Beside the clients and not on them: a key must not be printed with the app that holds the client. */
const keys = () => sharedTable<string>('keys')

/** Remembers a client's key for its webhook routes, unless it is a function: then it changes with the call. */
export function rememberKey(client: Scalapay, apiKey: unknown): void {
  if (typeof apiKey === 'string') keys().set(client, apiKey)
}

/** The key of a client that this package made from a string. */
export function keyOf(client: Scalapay): string | undefined {
  return keys().get(client)
}
