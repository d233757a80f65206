import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { ValidationFinding } from '../answer.js'
import type { DocumentOperation, DocumentParameter, JsonSchema } from '../generated/document.js'
import { joiWording } from './joi-wording.js'
import { ajv } from './validation.js'

type Query = Readonly<Record<string, unknown>>

function finding(name: string, message: string, type: string): ValidationFinding {
  return { field: [name], location: 'query', messages: [`"${name}" ${message}`], types: [type] }
}

const validators = new WeakMap<JsonSchema, ValidateFunction>()

function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const validator = ajv.compile(schema)
  validators.set(schema, validator)
  return validator
}

/** A query has texts only: a number is a text of digits, and anything else stays the text that it is. */
function coerced(schema: JsonSchema, text: string): string | number {
  return schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text
}

function checkParameter(parameter: DocumentParameter, value: unknown): ValidationFinding[] {
  const { name, schema } = parameter
  if (value === undefined) {
    return parameter.required ? [finding(name, 'is required', 'any.required')] : []
  }
  if (typeof value !== 'string') return [finding(name, 'must be a string', 'string.base')]
  if (value === '') return [finding(name, 'is not allowed to be empty', 'any.empty')]
  const validate = validatorOf(schema)
  if (validate(coerced(schema, value))) return []
  return (validate.errors ?? []).map((error) => {
    const { message, type } = joiWording(error)
    return finding(name, message, type)
  })
}

/** What is wrong with a query: parameters that are empty, given twice or out of bounds, or none where one is needed. */
export function validateQuery(operation: DocumentOperation, query: Query): ValidationFinding[] {
  const findings = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => checkParameter(parameter, query[parameter.name]))
  const { atLeastOneOf } = operation
  if (atLeastOneOf.length > 0 && !atLeastOneOf.some((name) => name in query)) {
    const message = `must contain at least one of [${atLeastOneOf.join(', ')}]`
    findings.push(finding('value', message, 'object.missing'))
  }
  return findings
}
