import { ScalapayError, type ScalapayErrorDetails } from './base.js'
import { isScalapayError } from './guards.js'

/**
 * The failure of a later request of a call whose earlier one may have moved money: it says what became of the later one
 * alone, and the caller asks about the whole. What is not an error of this package stays as it is.
 *
 * @param details of the earlier request
 */
export function asUnknownOutcome(error: ScalapayError, details: ScalapayErrorDetails): ScalapayError
export function asUnknownOutcome(error: unknown, details: ScalapayErrorDetails): unknown
export function asUnknownOutcome(error: unknown, details: ScalapayErrorDetails): unknown {
  if (!isScalapayError(error)) return error
  return ScalapayError.fromJSON({ ...error.toJSON(), ...defined(details), outcome: 'unknown' })
}

function defined(details: ScalapayErrorDetails): object {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}
