import { describe, expect, it } from 'vitest'
import {
  deriveIdempotencyKey,
  type Intent,
  randomIdempotencyKey,
} from '../../src/transport/idempotency.js'
import { toWireBody } from '../../src/transport/wire-body.js'

const UUID_V8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const tenEuro = { amount: '10.00', currency: 'EUR' }

/** As a call does it: from the body as it goes out. */
async function derive(intent: Intent, body?: object, generation?: number): Promise<string> {
  const text = body && JSON.stringify(toWireBody(body, intent.operation))
  return deriveIdempotencyKey(intent, text, generation)
}

/**
 * Computed once, from the text in the first column, with another program. They never change: a key that is derived
 * differently after an upgrade would make a second payment out of a repetition.
 */
const goldenVectors: [string, string, () => Promise<string>][] = [
  [
    '["scalapay-kit/1","capturePayment",null,"T1",{"amount":{"amount":"10.00","currency":"EUR"},"token":"T1"},0]',
    'b334fdf4-5ed1-833e-8ee1-8b9ffdeb9da0',
    () =>
      derive({ operation: 'capturePayment', reference: 'T1' }, { token: 'T1', amount: tenEuro }),
  ],
  [
    '["scalapay-kit/1","refundPayment","T1","R-è1",{"merchantRefundReference":"R-è1","refundAmount":{"amount":"10.00","currency":"EUR"}},0]',
    'f4c7da36-c6fe-8215-bd48-ceab3573189a',
    () =>
      derive(
        { operation: 'refundPayment', token: 'T1', reference: 'R-è1' },
        { refundAmount: tenEuro, merchantRefundReference: 'R-è1' },
      ),
  ],
  [
    '["scalapay-kit/1","createOrder",null,"order-1",null,3]',
    '96cfd6f0-7047-8aa6-a7af-c40e0105ec00',
    () => derive({ operation: 'createOrder', reference: 'order-1' }, undefined, 3),
  ],
]

describe('a derived key', () => {
  it.each(goldenVectors)('of %s is %s', async (_text, key, deriveIt) => {
    expect(await deriveIt()).toBe(key)
  })

  const intent = { operation: 'refundPayment', token: 'T1', reference: 'R1' }
  const body = { refundAmount: tenEuro, merchantRefundReference: 'R1' }

  it('is a UUID of version 8', async () => {
    expect(await derive(intent, body)).toMatch(UUID_V8)
  })

  it('does not depend on the order of names in the body', async () => {
    const turned = {
      merchantRefundReference: 'R1',
      refundAmount: { currency: 'EUR', amount: '10.00' },
    }
    expect(await derive(intent, turned)).toBe(await derive(intent, body))
  })

  it.each([
    ['operation', { ...intent, operation: 'voidPayment' }, body, 0],
    ['token', { ...intent, token: 'T2' }, body, 0],
    ['no token', { ...intent, token: undefined }, body, 0],
    ['reference', { ...intent, reference: 'R2' }, body, 0],
    ['amount', intent, { ...body, refundAmount: { ...tenEuro, amount: '10.01' } }, 0],
    ['no body', intent, undefined, 0],
    ['generation', intent, body, 1],
    [
      'token and reference that read the same together',
      { ...intent, token: 'T', reference: '1R1' },
      body,
      0,
    ],
  ])('is another one for another %s', async (_title, otherIntent, otherBody, generation) => {
    const other = await derive(otherIntent, otherBody, generation)
    expect(other).not.toBe(await derive(intent, body))
  })
})

describe('a random key', () => {
  it('is never the same twice', () => {
    const keys = Array.from({ length: 1_000 }, randomIdempotencyKey)
    expect(new Set(keys).size).toBe(1_000)
  })
})
