import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type Capture,
  type CheckoutOutcome,
  type CompleteOptions,
  type CreateOrderInput,
  type CreateTravelOrderInput,
  eur,
  isScalapayError,
  type Money,
  type Order,
  type OrderStatus,
  type Outcome,
  type RequestOptions,
  type Scalapay,
  type ScalapayError,
  type ScalapayErrorName,
  type ScalapayOptions,
  ScalapayRequestError,
  type ValidationIssue,
} from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'

// Judged by the type check, where a needless expectation of an error is an error too: at run time little happens here.

const order = sampleOrder()

describe('the options of a client', () => {
  it('need an environment, and one of the known ones', () => {
    expectTypeOf<ScalapayOptions['environment']>().toEqualTypeOf<
      'production' | 'sandbox' | 'emulator'
    >()
    expectTypeOf<{ apiKey: string }>().not.toExtend<ScalapayOptions>()
  })

  it('take a key as text, or as a function that is told the operation', () => {
    expectTypeOf<string>().toExtend<ScalapayOptions['apiKey']>()
    expectTypeOf<(context: { operation: string }) => Promise<string>>().toExtend<
      ScalapayOptions['apiKey']
    >()
    expectTypeOf<number>().not.toExtend<ScalapayOptions['apiKey']>()
  })

  it('take undefined for what is left out, as from a variable that may be unset', () => {
    expectTypeOf<undefined>().toExtend<ScalapayOptions['baseUrl']>()
    expectTypeOf<undefined>().toExtend<ScalapayOptions['retry']>()
    expectTypeOf<undefined>().toExtend<RequestOptions['signal']>()
  })

  it('take false or an object for retries: true says nothing that the default does not', () => {
    expectTypeOf<false>().toExtend<ScalapayOptions['retry']>()
    expectTypeOf<true>().not.toExtend<ScalapayOptions['retry']>()
  })

  it('cannot give checkout.complete a key of its own', () => {
    expectTypeOf<CompleteOptions>().not.toHaveProperty('idempotencyKey')
    expectTypeOf<RequestOptions>().toHaveProperty('idempotencyKey')
  })
})

describe('an order to create', () => {
  it('takes amounts as text', () => {
    expectTypeOf(eur('190.00')).toExtend<CreateOrderInput['totalAmount']>()
    // @ts-expect-error an amount is no number
    const total: CreateOrderInput = { ...order, totalAmount: 190 }
    // @ts-expect-error an amount of money is no number either
    const amount: CreateOrderInput = { ...order, totalAmount: { amount: 190, currency: 'EUR' } }
    // @ts-expect-error an amount needs a currency
    const currency: CreateOrderInput = { ...order, totalAmount: { amount: '190.00' } }
    expect([total, amount, currency]).toHaveLength(3)
  })

  it('needs what Scalapay needs', () => {
    expectTypeOf(order).toExtend<CreateOrderInput>()
    type Needed = 'totalAmount' | 'consumer' | 'shipping' | 'items' | 'merchant'
    expectTypeOf<RequiredKeys<CreateOrderInput>>().toEqualTypeOf<Needed>()
  })

  it('of a travel merchant needs its dates, and neither shipping nor items', () => {
    type Needed = 'totalAmount' | 'consumer' | 'merchant' | 'extensions'
    expectTypeOf<RequiredKeys<CreateTravelOrderInput>>().toEqualTypeOf<Needed>()
  })

  it('knows the products, and takes one that is new', () => {
    expectTypeOf<'pay-in-3'>().toExtend<CreateOrderInput['product']>()
    expectTypeOf<'pay-in-12'>().toExtend<CreateOrderInput['product']>()
    expectTypeOf<number>().not.toExtend<CreateOrderInput['product']>()
  })
})

describe('results', () => {
  it('accept a status that is not known yet, and keep the known ones for completion', () => {
    type Known = 'created' | 'pending' | 'authorized' | 'charged' | 'refunded' | 'expired'
    expectTypeOf<OrderStatus>().toEqualTypeOf<Known | (string & {})>()
    expectTypeOf<Order['status']>().toEqualTypeOf<OrderStatus>()
    expectTypeOf<Capture['status']>().toEqualTypeOf<'APPROVED' | (string & {})>()
    expectTypeOf<string>().toExtend<OrderStatus>()
  })

  it('have amounts of one form', () => {
    expectTypeOf<Order['totalAmount']>().toEqualTypeOf<Money>()
    expectTypeOf<NonNullable<Capture['totalAmount']>>().toEqualTypeOf<Money>()
    expectTypeOf<number>().not.toExtend<Order['totalAmount']['amount']>()
  })

  it('name both token and checkoutUrl after a create', () => {
    type Created = Awaited<ReturnType<Scalapay['orders']['create']>>
    expectTypeOf<Created['token']>().toEqualTypeOf<string>()
    expectTypeOf<Created['checkoutUrl']>().toEqualTypeOf<string>()
  })

  it('of a checkout are one of nine words, so that a switch can be complete', () => {
    expectTypeOf<CheckoutOutcome>().toEqualTypeOf<
      | 'captured'
      | 'delayed'
      | 'authorized'
      | 'pending'
      | 'expired'
      | 'voided'
      | 'refunded'
      | 'declined'
      | 'mismatch'
    >()
    expectTypeOf<string>().not.toExtend<CheckoutOutcome>()
  })

  it('of a raw call are typed by method and path', () => {
    const init = { params: { path: { token: 'T1' } } }
    const get = (raw: Scalapay['raw']) => raw.GET('/v2/payments/{token}', init)
    type Data = NonNullable<Awaited<ReturnType<typeof get>>['data']>
    expectTypeOf<Data['token']>().toEqualTypeOf<string>()
    expectTypeOf<keyof Data>().toEqualTypeOf<keyof Order>()
    // Text, where openapi-fetch makes an object of an open set of words.
    expectTypeOf<Data['status']>().toEqualTypeOf<string>()
    expectTypeOf<Data['captureStatus']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Data['totalAmount']['amount']>().toEqualTypeOf<string | number>()
    // @ts-expect-error on the wire it may be a number
    const text = (data: Data): string => data.totalAmount.amount
    // @ts-expect-error a status is no number
    const wrong = (data: Data): number => data.status
    // @ts-expect-error there is no such path
    const misspelt = (raw: Scalapay['raw']) => raw.GET('/v2/payment/{token}', init)
    // @ts-expect-error an order is read, not posted
    const posted = (raw: Scalapay['raw']) => raw.POST('/v2/payments/{token}', init)
    const body = { refundAmount: { amount: 20, currency: 'EUR' } }
    const asNumber = (raw: Scalapay['raw']) =>
      // @ts-expect-error in a request an amount is text
      raw.POST('/v2/payments/{token}/refund', { ...init, body })
    expect([text, wrong, misspelt, posted, asNumber]).toHaveLength(5)
  })
})

describe('errors', () => {
  it('have one of three outcomes, always', () => {
    expectTypeOf<ScalapayError['outcome']>().toEqualTypeOf<Outcome>()
    expectTypeOf<Outcome>().toEqualTypeOf<'not-sent' | 'rejected' | 'unknown'>()
  })

  it('are told apart by their literal names', () => {
    expectTypeOf<ScalapayRequestError['name']>().toEqualTypeOf<'ScalapayRequestError'>()
  })

  it('are narrowed by the guard, and by their class', () => {
    const error: unknown = new ScalapayRequestError('no')
    expect(isScalapayError(error)).toBe(true)
    if (isScalapayError(error)) expectTypeOf(error).toEqualTypeOf<ScalapayError>()
    if (error instanceof ScalapayRequestError) {
      expectTypeOf(error.validationErrors).toEqualTypeOf<readonly ValidationIssue[]>()
    }
  })
})

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T]

describe('isScalapayError', () => {
  it('narrows to the class of the name', () => {
    const read = (error: unknown) =>
      isScalapayError(error, 'ScalapayRequestError') ? error.validationErrors : undefined
    expectTypeOf(read).returns.toEqualTypeOf<readonly ValidationIssue[] | undefined>()
    expectTypeOf<string>().not.toExtend<ScalapayErrorName>()
  })
})
