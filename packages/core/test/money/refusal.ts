import type { ScalapayRequestError } from '../../src/index.js'
import { toWireBody } from '../../src/transport/wire-body.js'

/** The error that making a body ends with. */
export function refusalOf(input: object): ScalapayRequestError {
  try {
    toWireBody(input, 'createOrder')
  } catch (error) {
    return error as ScalapayRequestError
  }
  throw new Error('expected a refusal')
}
