import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

interface Ref {
  readonly $ref: string
}

interface Media {
  readonly schema: Schema
  readonly examples?: Readonly<Record<string, { readonly value: unknown } | Ref>>
}

export interface Body {
  readonly required?: boolean
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, Media>>
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema: Schema
}

export interface Schema {
  readonly [keyword: string]: unknown
}

interface OperationNode {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly (Parameter | Ref)[]
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body | Ref>>
  readonly 'x-unpublished'?: boolean
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationNode>>>>
  readonly webhooks: Readonly<Record<string, { readonly post: OperationNode }>>
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export const descriptionUrl = new URL('../../openapi/scalapay.yaml', import.meta.url)
export const description = parse(readFileSync(descriptionUrl, 'utf8')) as Description

interface ListedOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly node: OperationNode
}

export const operations: readonly ListedOperation[] = Object.entries(description.paths).flatMap(
  ([path, item]) =>
    Object.entries(item).map(([method, node]) => ({
      id: node.operationId,
      method: method.toUpperCase(),
      path,
      node,
    })),
)

/** Follows a `$ref` inside the description. */
export function resolve<T extends object>(node: T | Ref): T {
  if (!('$ref' in node) || typeof node.$ref !== 'string') return node as T
  const names = node.$ref.replace('#/', '').split('/')
  return names.reduce<unknown>((at, name) => (at as Schema)[name], description) as T
}

export function parametersOf(node: OperationNode): readonly Parameter[] {
  return (node.parameters ?? []).map((parameter) => resolve<Parameter>(parameter))
}

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
addFormats.default(ajv)
ajv.addVocabulary(['components', 'x-source', 'x-money', 'x-sdk-type'])
ajv.addSchema({ $id: 'api', components: { schemas: description.components.schemas } })

/** The compiled schema behind a reference such as `#/components/schemas/Order`. */
export function validatorFor(ref: string): ValidateFunction {
  const validate = ajv.getSchema(`api${ref}`)
  if (validate === undefined) throw new Error(`${ref} is not in the description.`)
  return validate
}
