import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { ValidationFinding } from '../answer.js'
import { type DocumentOperation, schemas } from '../generated/document.js'
import { checkMeaning } from './checks.js'
import { joiWording } from './joi-wording.js'

/** Knows every schema of the document. */
export const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
})
ajvFormats.default(ajv, ['date', 'date-time', 'uri'])
ajv.addSchema(schemas)

function validatorOf(reference: string): ValidateFunction {
  const validator = ajv.getSchema(reference)
  if (validator === undefined) throw new Error(`The document has no schema ${reference}`)
  return validator
}

/** The path of a finding: names, and numbers inside arrays, which a JSON pointer cannot tell apart. */
function fieldOf(error: ErrorObject, body: unknown): (string | number)[] {
  const field: (string | number)[] = []
  let value = body
  for (const part of error.instancePath.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    field.push(Array.isArray(value) ? Number(name) : name)
    value = (value as Record<string, unknown>)[name]
  }
  if (error.keyword === 'required') field.push(String(error.params.missingProperty))
  return field
}

/** One entry for each field, with all that is wrong with it. */
function collect(errors: readonly ErrorObject[], body: unknown): ValidationFinding[] {
  const byField = new Map<string, { field: (string | number)[]; wordings: Map<string, string> }>()
  for (const error of errors) {
    // The condition that chose between two forms of a body says nothing by itself.
    if (error.keyword === 'if') continue
    const field = fieldOf(error, body)
    const wording = joiWording(error)
    const entry = byField.get(field.join('\n')) ?? { field, wordings: new Map<string, string>() }
    entry.wordings.set(wording.type, `"${String(field.at(-1) ?? 'value')}" ${wording.message}`)
    byField.set(field.join('\n'), entry)
  }
  return [...byField.values()].map(({ field, wordings }) => ({
    field: field.length === 0 ? ['value'] : field,
    location: 'body',
    messages: [...wordings.values()],
    types: [...wordings.keys()],
  }))
}

/** What is wrong with a body, by the same document that the client is generated from. */
export function validateBody(operation: DocumentOperation, body: unknown): ValidationFinding[] {
  if (operation.body === undefined) return []
  const validate = validatorOf(operation.body.schema)
  if (!validate(body)) return collect(validate.errors ?? [], body)
  return checkMeaning(operation, body)
}
