// @ts-check
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { isAnyString, isOpenUnion, mapSchemas } from './walk.mjs'

const HEADER = '// Generated from openapi/scalapay.yaml. Do not edit; run `pnpm generate`.\n\n'

/**
 * The types of every path, component and operation.
 * @param {Record<string, any>} description
 * @returns {Promise<string>}
 */
export async function generateTypes(description) {
  const nodes = await openapiTS(/** @type {any} */ (mapSchemas(description, asTheSdkOffersIt)), {
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => ('x-open' in schema ? anyOtherString() : undefined),
  })
  return HEADER + astToString(nodes)
}

/**
 * The wire has forms that the SDK hides or that TypeScript needs said differently.
 * @param {Record<string, any>} schema
 * @returns {Record<string, any>}
 */
function asTheSdkOffersIt(schema) {
  if (schema['x-sdk-type'] !== undefined) {
    return { type: schema['x-sdk-type'], description: schema.description }
  }
  if (schema.then !== undefined && schema.else !== undefined) {
    return { description: schema.description, anyOf: [schema.else, schema.then] }
  }
  if (isOpenUnion(schema)) {
    const members = schema.anyOf.map((/** @type {Record<string, any>} */ member) =>
      isAnyString(member) ? { type: 'string', 'x-open': true } : member,
    )
    return { ...schema, anyOf: members }
  }
  return schema
}

/** `string & {}` beside literals: TypeScript would fold a plain `string` and editors lose the known words. */
function anyOtherString() {
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  )
}
