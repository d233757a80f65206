import type { Refusal } from '../answer.js'
import type { DocumentOperation } from '../generated/document.js'
import { documentedRefusals } from '../state/assumptions.js'

/** A body that could be read, or why not. */
export type ParsedBody = { readonly body: unknown } | { readonly refusal: Refusal }

/** Deeper nesting than any order has; far deeper would break every reader of what we repeat. */
const DEEPEST = 50

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part))
}

/** Reads a body as JSON. An operation whose body is optional takes none for an empty object. */
export function parseBody(operation: DocumentOperation, rawBody: string): ParsedBody {
  if (operation.body === undefined) return { body: {} }
  if (rawBody.trim() === '' && !operation.body.required) return { body: {} }
  try {
    const body: unknown = JSON.parse(rawBody)
    return isDeeperThan(DEEPEST, body) ? { refusal: documentedRefusals.invalidJson } : { body }
  } catch {
    return { refusal: documentedRefusals.invalidJson }
  }
}
