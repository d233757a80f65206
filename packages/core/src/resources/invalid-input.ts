import { ScalapayRequestError } from '../errors/api.js'

/**
 * Refuses an argument that is not an object, such as a token where more is expected.
 *
 * @param example what it may be, for the message
 * @throws ScalapayRequestError
 */
export function requireObject(
  operation: string,
  name: string,
  value: unknown,
  example: string,
): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw invalidInput(operation, name, `must be an object, such as ${example}.`)
}

/**
 * An error for an argument that was refused before anything was sent.
 *
 * @param operation an `operationId`, or the name of a method that joins several
 * @param name the argument
 * @param problem what is wrong and what to do: the end of a sentence that begins with the name
 */
export function invalidInput(
  operation: string,
  name: string,
  problem: string,
): ScalapayRequestError {
  return new ScalapayRequestError(`${operation}: ${name} ${problem}`, {
    operation,
    outcome: 'not-sent',
    validationErrors: [{ path: [name], messages: [problem], types: ['any.invalid'] }],
    hint: 'Fix the argument; nothing was sent.',
  })
}
