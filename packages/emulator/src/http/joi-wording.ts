import type { ErrorObject } from 'ajv/dist/2020.js'

/** A finding's wording and its Joi code. */
export interface Wording {
  readonly message: string
  readonly type: string
}

const BASE_TYPES: Readonly<Record<string, Wording>> = {
  string: { message: 'must be a string', type: 'string.base' },
  object: { message: 'must be an object', type: 'object.base' },
  array: { message: 'must be an array', type: 'array.base' },
  boolean: { message: 'must be a boolean', type: 'boolean.base' },
  number: { message: 'must be a number', type: 'number.base' },
  integer: { message: 'must be a number', type: 'number.base' },
}

const FORMATS: Readonly<Record<string, Wording>> = {
  uri: { message: 'must be a valid uri', type: 'string.uri' },
  date: { message: 'must be a valid ISO 8601 date', type: 'string.isoDate' },
}

function wordingOfLength(error: ErrorObject, words: string): Wording {
  const { minLength, maxLength } = error.parentSchema ?? {}
  return minLength === maxLength
    ? { message: `length must be ${String(minLength)} characters long`, type: 'string.length' }
    : {
        message: `length must be ${words} characters long`,
        type: `string.${error.keyword.slice(0, 3)}`,
      }
}

/**
 * Words one finding of the validator the way the real service does, which validates with Joi.
 *
 * `any.required`, `any.empty` and the two-letter country code were observed; the rest are Joi's own codes.
 */
export function joiWording(error: ErrorObject): Wording {
  const { limit, type, format, pattern } = error.params
  // Joi looks at emptiness before anything else about a string.
  if (error.data === '' && error.keyword !== 'required') {
    return { message: 'is not allowed to be empty', type: 'any.empty' }
  }
  switch (error.keyword) {
    case 'required':
      return { message: 'is required', type: 'any.required' }
    case 'type':
      return BASE_TYPES[String(Array.isArray(type) ? type[0] : type)] ?? invalid
    case 'minLength':
      return wordingOfLength(error, `at least ${String(limit)}`)
    case 'maxLength':
      return wordingOfLength(error, `less than or equal to ${String(limit)}`)
    case 'pattern':
      return {
        message: `with value "${String(error.data)}" fails to match the required pattern: /${String(pattern)}/`,
        type: 'string.regex.base',
      }
    case 'format':
      return FORMATS[String(format)] ?? invalid
    case 'minimum':
      return { message: `must be larger than or equal to ${String(limit)}`, type: 'number.min' }
    case 'maximum':
      return { message: `must be less than or equal to ${String(limit)}`, type: 'number.max' }
    default:
      return invalid
  }
}

const invalid: Wording = { message: 'is invalid', type: 'any.invalid' }
