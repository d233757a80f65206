import { describe, expectTypeOf, it } from 'vitest'
import type { components, operations, webhooks } from '../../src/generated/api.js'
import type { OperationId } from '../../src/generated/operations.js'

// These titles are judged by the type check: at run time expectTypeOf does nothing.

type Schemas = components['schemas']
type Answer<Id extends OperationId> =
  operations[Id]['responses'][200]['content']['application/json']
type Untyped<T> = unknown extends T ? true : T extends Record<string, never> ? true : false
type UntypedAnswers = {
  [Id in OperationId]: Untyped<Answer<Id>> extends true ? Id : never
}[OperationId]

describe('the generated types', () => {
  it('have an operation for each row of the table, and the webhook', () => {
    expectTypeOf<keyof operations>().toEqualTypeOf<OperationId | 'receiveWebhook'>()
  })

  it('leave no answer unknown or empty', () => {
    expectTypeOf<UntypedAnswers>().toEqualTypeOf<never>()
  })

  it('keep the known words of a set beside any other string', () => {
    expectTypeOf<Schemas['CaptureStatus']>().toEqualTypeOf<
      'pending' | 'delayed' | 'captured' | 'voided' | (string & {})
    >()
    expectTypeOf<string>().toExtend<Schemas['CaptureStatus']>()
  })

  it('keep an error code that may be a number', () => {
    expectTypeOf<number>().toExtend<Schemas['ErrorCode']>()
    expectTypeOf<'invalid_token'>().toExtend<Schemas['ErrorCode']>()
  })

  it('give amounts of answers the form that the client normalises them to', () => {
    expectTypeOf<Answer<'getOrder'>['totalAmount']>().toEqualTypeOf<{
      amount: string
      currency: 'EUR' | (string & {})
    }>()
  })

  it('ask for numbers where the wire also takes strings of digits', () => {
    expectTypeOf<Schemas['Item']['quantity']>().toEqualTypeOf<number>()
    expectTypeOf<Schemas['Frequency']['number']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<Schemas['CreateOrderRequest']['orderExpiryMilliseconds']>().toEqualTypeOf<
      number | undefined
    >()
  })

  it('require shipping and items of an order, but not of a travel order', () => {
    expectTypeOf<Schemas['CreateOrderBody']>().toEqualTypeOf<
      Schemas['CreateOrderRequest'] | Schemas['CreateTravelOrderRequest']
    >()
    expectTypeOf<Schemas['CreateOrderRequest']['items']>().toEqualTypeOf<Schemas['Item'][]>()
    expectTypeOf<Schemas['CreateTravelOrderRequest']['items']>().toEqualTypeOf<
      Schemas['Item'][] | undefined
    >()
  })

  it('take extensions that are not described', () => {
    expectTypeOf<{ somethingNew: { deep: true } }>().toExtend<Schemas['Extensions']>()
  })

  it('make the body of delay and void optional', () => {
    expectTypeOf<{ requestBody?: never }>().toExtend<
      Pick<operations['delayPayment'], 'requestBody'>
    >()
    expectTypeOf<{ requestBody?: never }>().toExtend<
      Pick<operations['voidPayment'], 'requestBody'>
    >()
  })

  it('type the event of the webhook', () => {
    type Body = NonNullable<webhooks['orderStatusChanged']['post']['requestBody']>
    expectTypeOf<Body['content']['application/json']>().toEqualTypeOf<Schemas['WebhookEvent']>()
    expectTypeOf<Schemas['WebhookEvent']['merchantReference']>().toEqualTypeOf<string | null>()
  })
})
