import { fileURLToPath } from 'node:url'
import { createConfig, lint } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import {
  type Body,
  description,
  descriptionUrl,
  operations,
  resolve,
  type Schema,
  validatorFor,
} from './description.js'

const schemas = Object.entries(description.components.schemas)

/** Every schema inside a value, with where it stands. Lists of properties are looked through. */
function schemasIn(value: unknown, where: string): [string, Schema][] {
  if (Array.isArray(value)) return value.flatMap((entry, i) => schemasIn(entry, `${where}/${i}`))
  if (value === null || typeof value !== 'object') return []
  const { properties, ...rest } = value as Schema
  const own: [string, Schema][] = [[where, value as Schema]]
  const named = Object.entries((properties ?? {}) as Schema)
  return [
    ...own,
    ...named.flatMap(([name, property]) => schemasIn(property, `${where}/${name}`)),
    ...Object.entries(rest).flatMap(([key, inner]) => schemasIn(inner, `${where}/${key}`)),
  ]
}

const everySchema = schemas.flatMap(([name, schema]) => schemasIn(schema, name))

describe('the description', () => {
  it('is a valid OpenAPI 3.1 document under the strict rules of redocly', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })
    const problems = await lint({ ref: fileURLToPath(descriptionUrl), config })
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
  })

  it.each(schemas)('has a schema %s that Ajv compiles in strict mode', (name) => {
    expect(validatorFor(`#/components/schemas/${name}`)).toBeTypeOf('function')
  })

  it('says of every schema what it is', () => {
    const kinds = ['$ref', 'type', 'anyOf', 'enum', 'if']
    const vague = everySchema.filter(([, schema]) => !kinds.some((kind) => kind in schema))
    expect(vague.map(([where]) => where)).toEqual([])
  })

  it('names the fields of every object, except of the mark that tells a travel order', () => {
    const bare = everySchema.filter(([, s]) => s.type === 'object' && !('properties' in s))
    expect(bare.map(([where]) => where)).toEqual(['CreateOrderBody/if/extensions/industry/travel'])
  })

  it('leaves every list of words open to other strings', () => {
    const lists = everySchema.filter(([where]) => /\/anyOf\/\d+$/.test(where))
    const closed = everySchema.filter(([where, schema]) => {
      const siblings = lists.filter(
        ([other]) => other.replace(/\d+$/, '') === where.replace(/\d+$/, ''),
      )
      return 'enum' in schema && !siblings.some(([, s]) => s.type === 'string' && !('enum' in s))
    })
    expect(closed.map(([where]) => where)).toEqual([])
  })

  it('forbids unknown fields nowhere', () => {
    const strict = everySchema.filter(
      ([, s]) => s.additionalProperties === false || s.unevaluatedProperties === false,
    )
    expect(strict.map(([where]) => where)).toEqual([])
  })
})

describe('bodies', () => {
  it.each(operations)('of $id each have a named schema', ({ node }) => {
    const answers = Object.values(node.responses).map((response) => resolve<Body>(response))
    const bodies = node.requestBody ? [node.requestBody, ...answers] : answers
    for (const { content } of bodies) {
      const ref = String(content?.['application/json']?.schema.$ref)
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(validatorFor(ref)).toBeTypeOf('function')
    }
  })

  it.each(['delayPayment', 'voidPayment', 'voidInStorePayByLinkOrder'])(
    '%s may be sent without a body',
    (wanted) => {
      const operation = operations.find(({ id }) => id === wanted)
      expect(operation?.node.requestBody?.required).toBe(false)
    },
  )
})
