import { ScalapayServerError } from '../errors/api.js'
import type { ScalapayErrorDetails } from '../errors/base.js'
import { responseOf } from '../transport/response-info.js'

/**
 * An error for a success that cannot be used: what was asked for is not in it.
 *
 * @param answer as the call gave it
 * @param what what is wrong with it: the end of a sentence that begins with the operation
 */
export function unusableAnswer(
  operation: string,
  answer: object,
  what: string,
  details: ScalapayErrorDetails,
): ScalapayServerError {
  const { attempts, idempotencyKey, requestId, status } = responseOf(answer)
  return new ScalapayServerError(`${operation}: ${what}.`, {
    operation,
    outcome: 'unknown',
    httpStatusCode: status,
    attempts,
    idempotencyKey,
    requestId,
    ...details,
  })
}
