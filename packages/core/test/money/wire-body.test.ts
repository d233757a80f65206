import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eur, ScalapayRequestError } from '../../src/index.js'
import { normalizeMoney } from '../../src/transport/answer-amounts.js'
import { toWireBody } from '../../src/transport/wire-body.js'
import { refusalOf } from './refusal.js'

describe('an answer', () => {
  it('has every amount in one form, wherever it stands', () => {
    const answer = {
      totalAmount: { amount: 113.56, currency: 'EUR' },
      orderDetails: { items: [{ price: { amount: '40,7', currency: 'EUR' }, quantity: 2 }] },
      amountInCents: 4070,
      captures: [{ amount: { amount: 150, currency: 'EUR' } }],
    }
    normalizeMoney(answer)
    expect(answer).toEqual({
      totalAmount: { amount: '113.56', currency: 'EUR' },
      orderDetails: { items: [{ price: { amount: '40.70', currency: 'EUR' }, quantity: 2 }] },
      amountInCents: 4070,
      captures: [{ amount: { amount: '150.00', currency: 'EUR' } }],
    })
  })

  it.each([
    ['an amount that is none', { amount: 'n/a', currency: 'EUR' }],
    ['an amount that is an object', { amount: { toString: null }, currency: 'EUR' }],
    ['a number without a currency', { amount: 5 }],
  ])('keeps %s as it is', (_title, value) => {
    const answer = structuredClone(value)
    normalizeMoney(answer)
    expect(answer).toEqual(value)
  })

  it('may be nested however deep', () => {
    const levels = 100_000
    const answer: unknown = JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`)
    expect(() => normalizeMoney(answer)).not.toThrow()
  })

  it('changes nothing but itself when it names a prototype', () => {
    normalizeMoney(JSON.parse('{"__proto__":{"amount":"5","currency":"EUR"}}'))
    expect(({} as { amount?: string }).amount).toBeUndefined()
  })

  it('never makes trouble, whatever it holds', () => {
    const money = fc.record({ amount: fc.jsonValue(), currency: fc.jsonValue() })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(money)), (answer) => {
        expect(() => normalizeMoney(answer)).not.toThrow()
      }),
    )
  })
})

const MONEY_WITH_NOTE = '{"amount":"1.00","currency":"EUR","note":{"a":2,"b":1}}'

describe('a request', () => {
  it('has amounts with two decimals', () => {
    const input = {
      totalAmount: { amount: '190', currency: 'EUR' },
      items: [{ price: eur('1,5') }],
    }
    expect(toWireBody(input, 'createOrder')).toEqual({
      totalAmount: eur('190.00'),
      items: [{ price: eur('1.50') }],
    })
  })

  it('leaves out what is empty, and keeps what only looks so', () => {
    const input = {
      a: null,
      b: undefined,
      c: '',
      d: 0,
      e: false,
      f: [],
      g: {},
      h: { i: '', j: 'x' },
      k: [null, 'y'],
    }
    expect(toWireBody(input, 'createOrder')).toEqual({
      d: 0,
      e: false,
      f: [],
      g: {},
      h: { j: 'x' },
      k: [null, 'y'],
    })
  })

  it('writes dates as Scalapay does', () => {
    const at = new Date(Date.UTC(2026, 10, 23, 12))
    expect(toWireBody({ at }, 'createOrder')).toEqual({ at: '2026-11-23T12:00:00.000Z' })
  })

  it('writes dates of another realm too, as under Jest', () => {
    const at: unknown = runInNewContext('new Date(0)')
    expect(toWireBody({ at }, 'createOrder')).toEqual({ at: '1970-01-01T00:00:00.000Z' })
  })

  it('is refused with a date that is none', () => {
    const write = () => toWireBody({ trip: { start: new Date('someday') } }, 'createOrder')
    expect(write).toThrow(ScalapayRequestError)
    expect(write).toThrow('createOrder: trip.start: the date is not a valid one.')
  })

  it.each([
    [{ b: 1, a: { d: [2, 1], c: true } }, '{"a":{"c":true,"d":[2,1]},"b":1}'],
    [{ b: [{ d: 1, c: 2 }] }, '{"b":[{"c":2,"d":1}]}'],
    [{ currency: 'EUR', note: { b: 1, a: 2 }, amount: '1' }, MONEY_WITH_NOTE],
    [{ currency: 'EUR', amount: '1.00' }, '{"amount":"1.00","currency":"EUR"}'],
    [
      { toString: 'x', currency: 'EUR', amount: '1.00' },
      '{"amount":"1.00","currency":"EUR","toString":"x"}',
    ],
    [
      Object.create({ amount: '1', currency: 'EUR' }, { b: { value: '', enumerable: true } }),
      '{"amount":"1.00","currency":"EUR"}',
    ],
    [JSON.parse('{"b":1,"__proto__":{"d":1,"c":2}}'), '{"__proto__":{"c":2,"d":1},"b":1}'],
  ])('has its names in order: %j goes out as %s', (input, text) => {
    expect(JSON.stringify(toWireBody(input, 'createOrder'))).toBe(text)
  })

  it('has its names in order by their code units, however many there are', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: 'binary' }), { maxLength: 80 })
    fc.assert(
      fc.property(names, (given) => {
        // Names that look like numbers come first in any object, whatever the order they were set in.
        const expected = given.filter((name) => !/^\d+$/.test(name)).sort()
        const body = toWireBody(
          Object.fromEntries([...expected].reverse().map((name) => [name, 1])),
          'createOrder',
        )
        expect(Object.keys(body)).toEqual(expected)
      }),
    )
  })

  it("leaves the caller's input alone", () => {
    const input = { totalAmount: { amount: '190', currency: 'EUR' }, note: '' }
    toWireBody(input, 'createOrder')
    expect(input).toEqual({ totalAmount: { amount: '190', currency: 'EUR' }, note: '' })
  })

  it.each([0.1 + 0.2, 190, '19.990000000000002', '', null, '1.000'])(
    'is refused with the amount %j, by its path',
    (amount) => {
      const error = refusalOf({
        items: [{ price: eur('1') }, { price: { amount, currency: 'EUR' } }],
      })
      expect(error).toMatchObject({
        name: 'ScalapayRequestError',
        outcome: 'not-sent',
        operation: 'createOrder',
        message: expect.stringMatching(/^createOrder: items\.1\.price\.amount: /),
        validationErrors: [{ path: ['items', 1, 'price', 'amount'], types: ['money'] }],
        hint: "Give amounts as eur('190.00') or eur.cents(19000).",
      })
    },
  )

  it('is refused when it contains itself', () => {
    const input: Record<string, unknown> = {}
    input.self = [input]
    expect(refusalOf(input)).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'not-sent',
      message: 'createOrder: the input is nested too deeply, or contains itself.',
    })
  })

  it('carries a name like __proto__ as any other, without touching a prototype', () => {
    const body = toWireBody(
      JSON.parse('{"__proto__":{"x":1},"a":{"__proto__":"y"}}'),
      'createOrder',
    )
    expect(JSON.stringify(body)).toBe('{"__proto__":{"x":1},"a":{"__proto__":"y"}}')
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect(({} as { x?: number }).x).toBeUndefined()
  })
})

describe('a value that JSON has no word for', () => {
  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['1', 1n],
    ['Symbol(x)', Symbol('x')],
  ])('is refused by name, and not sent as null: %s', (shown, quantity) => {
    expect(refusalOf({ items: [{ quantity }] })).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'not-sent',
      message: `createOrder: items.0.quantity: ${shown} cannot be sent as JSON.`,
    })
  })
})

describe('an amount that a request cannot have', () => {
  it.each([
    [{ amount: '-5.00', currency: 'EUR' }, 'An amount in a request cannot be negative.'],
    [{ amount: '5.00', currency: '' }, 'The currency is missing.'],
    [{ amount: '5.00', currency: 978 }, 'The currency is missing.'],
  ])('is refused before anything is sent: %j', (refundAmount, message) => {
    expect(refusalOf({ refundAmount })).toMatchObject({
      outcome: 'not-sent',
      message: `createOrder: refundAmount.amount: ${message}`,
    })
  })
})
