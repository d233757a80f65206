/** What a key function is told about the call that needs a key. */
export interface ApiKeyContext {
  /** The `operationId`: `capturePayment`; `webhooks.verify`; or `raw` for a path that has no method. */
  operation: string
}

/**
 * A key, or a function that gives it before each request, repetitions included: for rotation, or for many merchants in one
 * process.
 */
export type ApiKeySource = string | ((context: ApiKeyContext) => string | Promise<string>)

/** The public test keys of Scalapay's documentation. They work in the sandbox and are refused for production. */
export const publicTestKeys: readonly string[] = Object.freeze([
  'qhtfs87hjnc12kkos',
  'testdeviceapikey',
])

/** The header exactly as Scalapay wants it: one single space, nothing else. */
export function bearer(key: string): string {
  return `Bearer ${key}`
}

/**
 * Finds what is wrong with a key, without ever repeating it. The prefix `sp_` is not required: the public test keys
 * lack it.
 *
 * @returns what is wrong and what to do, or `undefined` when the key can be used
 */
export function findKeyProblem(key: unknown): string | undefined {
  if (typeof key !== 'string') return `is ${describeType(key)}, not a string. Give the key as text.`
  if (key === '') return 'is empty. Give the key from the developer section of the merchant portal.'
  if (/^bearer\b/i.test(key))
    return 'begins with "Bearer". Give the key alone: the client adds the word.'
  if (/^\s|\s$/.test(key))
    return 'has white space at its start or end. Remove it (often a trailing newline).'
  if (/\s/.test(key)) return 'contains white space. Copy the key again.'
  // A header value can carry visible ASCII only; anything else would fail, or be altered, on the way.
  if (!/^[\x21-\x7e]+$/.test(key))
    return 'contains control or non-ASCII characters. Copy the key again.'
  return undefined
}

function describeType(value: unknown): string {
  if (value === undefined) return 'missing'
  return value === null ? 'null' : `of type ${typeof value}`
}
