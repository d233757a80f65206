// @ts-check
import { resolve } from './description.mjs'
import { isOpenUnion, isWordList, mapSchemas } from './walk.mjs'

/** @typedef {import('./description.mjs').Node} Node */
/** @typedef {import('./description.mjs').Operation} Operation */

const SCHEMAS_ID = 'scalapay'
const FOR_PEOPLE = new Set(['description', 'summary', 'example', 'examples'])

const HEADER = `// Generated from packages/core/openapi/scalapay.yaml. Do not edit; run \`pnpm generate\`.

/** A schema of JSON Schema 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** A parameter of a request; values arrive as strings and are to be coerced before validation. */
export interface DocumentParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
}

/** What the router and the validator must know of an operation. Schemas are named by \`$ref\` targets. */
export interface DocumentOperation {
  readonly method: 'GET' | 'POST'
  /** With its version and with \`{token}\` where a path parameter goes. */
  readonly path: string
  readonly auth: 'merchant' | 'device'
  readonly idempotent: boolean
  /** The group of the operation: orders, payments, in-store and so on. */
  readonly tag: string
  /** Absent when the operation takes no body. */
  readonly body?: { readonly schema: string; readonly required: boolean }
  readonly parameters: readonly DocumentParameter[]
  /** Parameters of which at least one must be given; empty when there is no such rule. */
  readonly atLeastOneOf: readonly string[]
  /** The JSON answer for each documented status and for \`default\`. */
  readonly answers: { readonly [status: string]: string }
}
`

const SCHEMAS_DOC = `/**
 * Every schema of the description, under \`$defs\`. For Ajv: the 2020 build with \`strict: true\`,
 * \`allowUnionTypes: true\` and ajv-formats; \`addSchema(schemas)\`, then \`getSchema(operation.body.schema)\`.
 * An order that fails also gets an error with the keyword \`if\`, which says nothing by itself: leave it out.
 */`

/**
 * The description as the emulator's router and validator need it.
 * @param {Node} description
 * @param {Operation[]} operations
 * @returns {string}
 */
export function generateDocument(description, operations) {
  const schemas = {
    $id: SCHEMAS_ID,
    $defs: mapSchemas(description.components.schemas, forValidation),
  }
  const ids = operations.map(({ id }) => `  | '${id}'`)
  const table = Object.fromEntries(
    operations.map((operation) => [operation.id, describe(description, operation)]),
  )
  return [
    HEADER,
    '/** The operationId of an operation. */',
    'export type OperationId =',
    ...ids,
    '',
    SCHEMAS_DOC,
    'export const schemas: {',
    '  readonly $id: string',
    '  readonly $defs: { readonly [name: string]: JsonSchema }',
    `} = ${JSON.stringify(schemas, null, 2)}`,
    '',
    '/** Every operation of the description, by its operationId. */',
    `export const operations: { readonly [id in OperationId]: DocumentOperation } = ${JSON.stringify(table, null, 2)}`,
    '',
  ].join('\n')
}

/**
 * @param {Node} description
 * @param {Operation} operation
 */
function describe(description, { method, path, auth, idempotent, parameters, node }) {
  const answers = Object.entries(node.responses).map(([status, response]) => [
    status,
    refOf(resolve(description, response)),
  ])
  return {
    method,
    path,
    auth,
    idempotent,
    tag: node.tags[0],
    ...(node.requestBody && {
      body: { schema: refOf(node.requestBody), required: node.requestBody.required },
    }),
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required ?? false,
      schema: mapSchemas(parameter.schema, forValidation),
    })),
    atLeastOneOf: node['x-at-least-one-of'] ?? [],
    answers: Object.fromEntries(answers),
  }
}

/**
 * The schema of a JSON body, as a `$ref` target in the generated document.
 * @param {Node} holder
 * @returns {string}
 */
function refOf(holder) {
  return inDocument(holder.content['application/json'].schema.$ref)
}

/** @param {string} ref */
function inDocument(ref) {
  return ref.replace('#/components/schemas/', `${SCHEMAS_ID}#/$defs/`)
}

/**
 * Leaves what a validator judges by. An open union accepts every string, so its list of known words goes too:
 * with it, one wrong value would be reported three times.
 * @param {Node} schema
 * @returns {Node}
 */
function forValidation(schema) {
  const kept = Object.entries(schema).filter(
    ([keyword]) => !FOR_PEOPLE.has(keyword) && !keyword.startsWith('x-'),
  )
  const { anyOf, ...rest } = Object.fromEntries(kept)
  if (rest.$ref !== undefined) return { ...rest, $ref: inDocument(rest.$ref) }
  if (anyOf === undefined) return rest
  if (!isOpenUnion(schema)) return { ...rest, anyOf }
  const open = anyOf.filter((/** @type {Node} */ member) => !isWordList(member))
  return open.length === 1 ? { ...rest, ...open[0] } : { ...rest, anyOf: open }
}
