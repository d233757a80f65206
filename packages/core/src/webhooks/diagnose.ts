import { isFormattedJson, originalForms } from './json-forms.js'
import { equalDigests, hmac } from './signature.js'
import { looksLikeSeconds } from './tolerance.js'

/** A delivery whose signature matched no key. */
export interface FailedVerification {
  rawBody: Uint8Array
  /** The timestamp header as it came. */
  timestamp: string
  signature: Uint8Array
  apiKeys: readonly string[]
}

const PASS_ON_THE_BYTES =
  'Look for a proxy or middleware that parses and writes JSON, and pass on the bytes.'

/**
 * Finds out why a signature did not match, by trying the usual mistakes. For the explanation only: what is found here is
 * never accepted.
 *
 * @returns what is probably wrong and what to do; never a key
 */
export async function diagnose(failed: FailedVerification): Promise<string> {
  const { rawBody, timestamp, apiKeys } = failed
  if (await anyMatches(failed, originalForms(rawBody), apiKeys)) {
    return `The body changed on the way: with other white space, order of keys or decimals it matches. ${PASS_ON_THE_BYTES}`
  }
  const trimmed = apiKeys.map((key) => key.trim()).filter((key, index) => key !== apiKeys[index])
  if (await anyMatches(failed, [rawBody], trimmed)) {
    return 'A configured key has white space at its start or end, often a trailing newline. Remove it.'
  }
  if (looksLikeSeconds(Number(timestamp))) {
    return 'The timestamp looks like seconds; Scalapay signs and sends milliseconds.'
  }
  if (isFormattedJson(rawBody)) {
    return `Most likely the body changed on the way: Scalapay sends JSON without white space. ${PASS_ON_THE_BYTES}`
  }
  return 'Either the key is not the merchant key of this environment (sandbox and production differ, and the device key signs nothing), or the body changed on the way, or the delivery is forged.'
}

async function anyMatches(
  { timestamp, signature }: FailedVerification,
  bodies: readonly (string | Uint8Array)[],
  apiKeys: readonly string[],
): Promise<boolean> {
  for (const apiKey of apiKeys) {
    for (const rawBody of bodies) {
      if (equalDigests(await hmac(apiKey, { timestamp, rawBody }), signature)) return true
    }
  }
  return false
}
