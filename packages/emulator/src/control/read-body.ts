import { ControlError } from '../control-error.js'

/**
 * The JSON object of a request to the control plane; no body counts as an empty one.
 *
 * @param known the fields that it takes, as a misspelt one would do nothing in silence; without it, any
 * @throws ControlError
 */
export function bodyOf(
  request: { readonly body: unknown },
  known?: readonly string[],
): Readonly<Record<string, unknown>> {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
  let body: unknown
  try {
    body = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new ControlError('The body is not JSON; send an object')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ControlError('The body must be a JSON object')
  }
  const stranger = known && Object.keys(body).find((name) => !known.includes(name))
  if (stranger === undefined) return { ...body }
  const use = known?.length === 0 ? 'it takes none' : `use ${known?.join(', ')}`
  throw new ControlError(`There is no field "${stranger}" here; ${use}`)
}

/** A number of the body. @throws ControlError */
export function numberOf(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new ControlError(`${name} must be a number`)
  return value
}
