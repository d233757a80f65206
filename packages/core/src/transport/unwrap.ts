import { normalizeMoney } from './answer-amounts.js'
import type { CallOutcome } from './pipeline.js'
import { rememberResponse } from './response-info.js'

/**
 * The result of a call: its data with every amount in one form, or its error thrown.
 *
 * @throws ScalapayError when the call failed
 */
export function unwrap(outcome: CallOutcome, idempotencyKey: string | undefined): object {
  if (outcome.error !== undefined) throw outcome.error
  // A success without an object as its body was turned into an error before.
  const data = outcome.answer?.data as object
  normalizeMoney(data)
  rememberResponse(data, outcome, idempotencyKey)
  return data
}
