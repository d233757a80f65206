import { describe, expect, it } from 'vitest'
import { type FindOrders, isBoundTo, outcomeOf } from '../../src/checkout/state.js'
import { eur, type Order } from '../../src/index.js'

function order(overrides: Partial<Order>): Order {
  return { token: 'T1', status: 'created', totalAmount: eur('190.00'), ...overrides }
}

describe('outcomeOf', () => {
  it.each([
    ['created', undefined, 'pending'],
    ['pending', 'pending', 'pending'],
    ['authorized', undefined, 'authorized'],
    ['authorized', 'pending', 'authorized'],
    ['authorized', 'delayed', 'delayed'],
    ['AUTHORIZED', 'DELAYED', 'delayed'],
    ['authorized', 'something new', 'authorized'],
    ['charged', 'captured', 'captured'],
    ['Charged', undefined, 'captured'],
    ['refunded', 'captured', 'refunded'],
    ['expired', 'pending', 'expired'],
    ['expired', undefined, 'expired'],
    ['expired', 'voided', 'voided'],
    ['EXPIRED', 'VOIDED', 'voided'],
    ['authorized', 'voided', 'voided'],
    ['voided', undefined, 'voided'],
    ['cancelled', 'voided', 'voided'],
    ['charged', 'voided', 'captured'],
    ['partially_refunded', 'captured', 'refunded'],
    ['not_refunded_yet', 'captured', 'pending'],
    ['disputed', 'captured', 'pending'],
    ['', undefined, 'pending'],
    [undefined, undefined, 'pending'],
    [7, 8, 'pending'],
  ])('of status %s with captureStatus %s is %s', (status, captureStatus, outcome) => {
    const given = { status, captureStatus } as Partial<Order>
    expect(outcomeOf(order(given))).toBe(outcome)
  })

  it.each([
    ['expired', 'DECLINED_FRAUD', 'pending', 'declined'],
    ['expired', 'declined_score', 'pending', 'declined'],
    ['expired', 'APPROVED', 'pending', 'expired'],
    ['expired', null, 'voided', 'voided'],
    ['charged', 'DECLINED_FRAUD', 'captured', 'captured'],
  ])(
    'of status %s with the feedback %s and captureStatus %s is %s',
    (status, lastEligibilityFeedback, captureStatus, outcome) => {
      const given = { status, lastEligibilityFeedback, captureStatus } as Partial<Order>
      expect(outcomeOf(order(given))).toBe(outcome)
    },
  )
})

describe('isBoundTo', () => {
  const expected = { merchantReference: 'order-1', totalAmount: eur('190.00') }
  const orderDetails = { merchantReference: 'order-1' }

  it.each<[string, Partial<Order>, boolean]>([
    ['the same order', { orderDetails }, true],
    [
      'the same amount in other words',
      { orderDetails, totalAmount: { amount: '190', currency: 'EUR' } },
      true,
    ],
    ['another reference', { orderDetails: { merchantReference: 'order-2' } }, false],
    ['another case of the reference', { orderDetails: { merchantReference: 'ORDER-1' } }, false],
    ['no reference', { orderDetails: {} }, false],
    ['no details', {}, false],
    ['a cent less', { orderDetails, totalAmount: eur('189.99') }, false],
    [
      'another currency',
      { orderDetails, totalAmount: { amount: '190.00', currency: 'USD' } },
      false,
    ],
  ])('of %s is decided', async (_title, given, bound) => {
    expect(await isBoundTo(order(given), expected, async () => [])).toBe(bound)
  })

  const row = { orderToken: 'T1', merchantOrderReference: 'order-1' }
  it.each<[string, Partial<Order>, Awaited<ReturnType<FindOrders>>, boolean]>([
    ['stored after a create without one', { orderDetails: {} }, [row], true],
    ['stored after another one', { orderDetails: { merchantReference: 'cart-7' } }, [row], true],
    ['of another order', { orderDetails: {} }, [{ ...row, orderToken: 'T2' }], false],
    ['that is another', { orderDetails: {} }, [{ ...row, merchantOrderReference: 'o' }], false],
    ['of an order with another total', { totalAmount: eur('10.00') }, [row], false],
  ])('believes the look-up about a reference %s', async (_title, given, found, bound) => {
    expect(await isBoundTo(order(given), expected, async () => found)).toBe(bound)
  })
})
