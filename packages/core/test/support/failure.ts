import type { ScalapayError } from '../../src/index.js'
import { isScalapayError } from '../../src/index.js'

/** The error that a call ends with; fails when it succeeds, or ends with something that is not of this package. */
export async function failureOf(call: Promise<unknown>): Promise<ScalapayError> {
  const end = await call.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in end)) throw new Error(`expected a failure, got ${JSON.stringify(end.result)}`)
  if (!isScalapayError(end.error)) throw end.error
  return end.error
}
