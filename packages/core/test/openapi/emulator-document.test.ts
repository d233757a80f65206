import { join } from 'node:path'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations as described, description } from './description.js'
import { documentFile, root } from './workbench.js'

interface DocumentOperation {
  readonly body?: { readonly schema: string; readonly required: boolean }
  readonly parameters: readonly { readonly schema: object }[]
  readonly atLeastOneOf: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

interface GeneratedDocument {
  readonly schemas: { readonly $id: string; readonly $defs: Readonly<Record<string, object>> }
  readonly operations: Readonly<Record<string, DocumentOperation>>
}

let document: GeneratedDocument
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })

beforeAll(async () => {
  // By its path: a package's source is not importable from another, and this test is of the generator.
  document = await import(join(root, documentFile))
  addFormats.default(ajv)
  ajv.addSchema(document.schemas)
})

function validate(schema: string | undefined, body: unknown): string[] {
  const validator = ajv.getSchema(String(schema))
  if (validator === undefined) throw new Error(`${schema} is not in the document.`)
  validator(body)
  return (validator.errors ?? []).map(({ instancePath, keyword, params }: ErrorObject) =>
    [instancePath, keyword, params.missingProperty].filter(Boolean).join(' '),
  )
}

const amount = { amount: '10.00', currency: 'EUR' }
const person = { givenNames: 'Ada', surname: 'B', email: 'a@example.com', phoneNumber: '+39300' }
const merchant = { redirectConfirmUrl: 'https://a.example', redirectCancelUrl: 'https://a.example' }
const travel = { industry: { travel: { startDate: '2025-06-01', endDate: '2025-06-08' } } }
const item = { name: 'T-Shirt', category: 'clothes', sku: '1', quantity: 1, price: amount }
const address = {
  name: 'Ada',
  line1: 'Via Roma 1',
  suburb: 'Roma',
  postcode: '00100',
  countryCode: 'IT',
  phoneNumber: '+39300',
}
const order = { totalAmount: amount, consumer: person, merchant, shipping: address, items: [item] }
const trip = { totalAmount: amount, consumer: person, merchant, extensions: travel }

describe("the emulator's document", () => {
  it('has every operation of the description', () => {
    expect(Object.keys(document.operations)).toEqual(described.map(({ id }) => id))
  })

  it('has every schema, and Ajv compiles each in strict mode', () => {
    const names = Object.keys(document.schemas.$defs)
    expect(names).toEqual(Object.keys(description.components.schemas))
    for (const name of names) expect(() => validate(`scalapay#/$defs/${name}`, {})).not.toThrow()
  })

  it('names only schemas and parameters that Ajv compiles', () => {
    for (const { body, parameters, answers } of Object.values(document.operations)) {
      for (const { schema } of parameters) expect(ajv.compile(schema)).toBeTypeOf('function')
      const refs = [...Object.values(answers), ...(body ? [body.schema] : [])]
      for (const ref of refs) expect(() => validate(ref, {})).not.toThrow()
    }
  })

  it('asks for one parameter at least when orders are looked up', () => {
    const names = ['orderToken', 'merchantOrderReference', 'merchantProcessorReference']
    expect(document.operations.findOrders?.atLeastOneOf).toEqual(names)
    expect(document.operations.findInStoreOrders?.atLeastOneOf).toEqual(names)
    expect(document.operations.getOrder?.atLeastOneOf).toEqual([])
  })

  it.each([
    ['an order', order],
    ['a travel order without shipping and items', trip],
    ['a travel order with an empty shipping address', { ...trip, shipping: {} }],
    ['an amount without decimals', { ...order, totalAmount: { amount: '104', currency: 'EUR' } }],
    ['a quantity of digits', { ...order, items: [{ ...item, quantity: '2' }] }],
    ['a frequency of digits', { ...order, frequency: { number: '1', frequencyType: 'monthly' } }],
    ['an expiry of digits', { ...order, orderExpiryMilliseconds: '600000' }],
    ['words that are not known', { ...order, product: 'pay-in-6', type: 'new' }],
    ['fields that are not known', { ...order, pluginDetails: {}, extensions: { risk2: 1 } }],
  ])('accepts %s', (_what, body) => {
    expect(validate(document.operations.createOrder?.body?.schema, body)).toEqual([])
  })

  it.each([
    [
      'an empty amount',
      { ...order, totalAmount: { ...amount, amount: '' } },
      '/totalAmount/amount minLength',
    ],
    [
      'a number as amount',
      { ...order, totalAmount: { ...amount, amount: 10 } },
      '/totalAmount/amount type',
    ],
    [
      'a comma',
      { ...order, totalAmount: { ...amount, amount: '1,00' } },
      '/totalAmount/amount pattern',
    ],
    [
      'a currency of two letters',
      { ...order, taxAmount: { ...amount, currency: 'EU' } },
      '/taxAmount/currency minLength',
    ],
    [
      'a country of three letters',
      { ...order, shipping: { ...address, countryCode: 'ITA' } },
      '/shipping/countryCode maxLength',
    ],
    ['a type that is no word', { ...order, type: 3 }, '/type type'],
    [
      'no quantity',
      { ...order, items: [{ ...item, quantity: undefined }] },
      '/items/0 required quantity',
    ],
    [
      'a quantity of none',
      { ...order, items: [item, { ...item, quantity: 0 }] },
      '/items/1/quantity minimum',
    ],
    ['no items', { ...order, items: undefined }, 'required items'],
    [
      'a trip without its end',
      { ...trip, extensions: { industry: { travel: { startDate: '2025-06-01' } } } },
      '/extensions/industry/travel required endDate',
    ],
  ])('reports %s once, beside the `if` that says nothing', (_what, body, problem) => {
    const wire = JSON.parse(JSON.stringify(body))
    expect(validate(document.operations.createOrder?.body?.schema, wire)).toEqual([problem, 'if'])
  })
})
