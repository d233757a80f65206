import { expect, it } from 'vitest'
import { instalmentPlan } from '../../src/pages/plan.js'
import type { Order } from '../../src/state/order.js'

const merchant = { redirectConfirmUrl: 'https://a.example', redirectCancelUrl: 'https://a.example' }

function planOf(totalInCents: number, payload: object, today: string) {
  const order: Order = {
    token: 'T',
    origin: 'online',
    payload: { merchant, ...payload },
    status: 'created',
    captureStatus: 'pending',
    totalInCents,
    capturedInCents: 0,
    refundedInCents: 0,
    captures: [],
    createdAt: 0,
    expiresAt: 0,
    history: [],
  }
  return instalmentPlan(order, Date.parse(today)).map(({ amountInCents, dueAt }) => [
    amountInCents,
    new Date(dueAt).toISOString().slice(0, 10),
  ])
}

const monthly = { number: 1, frequencyType: 'monthly' }

it.each([
  [
    'pay-in-3',
    { product: 'pay-in-3', frequency: monthly },
    ['2026-01-15', '2026-02-15', '2026-03-15'],
  ],
  ['no product', {}, ['2026-01-15', '2026-02-15', '2026-03-15']],
  ['pay-in-4', { product: 'pay-in-4' }, ['2026-01-15', '2026-02-15', '2026-03-15', '2026-04-15']],
  ['later', { product: 'later' }, ['2026-01-29']],
  [
    'later in 30 days',
    { product: 'later', frequency: { number: '30', frequencyType: 'daily' } },
    ['2026-02-14'],
  ],
])('has the dates of %s', (_name, payload, dates) => {
  expect(planOf(12_000, payload, '2026-01-15').map(([, date]) => date)).toEqual(dates)
})

it.each([
  [19_000, 'pay-in-3', [6_334, 6_333, 6_333]],
  [10_001, 'pay-in-4', [2_501, 2_500, 2_500, 2_500]],
  [9_999, 'later', [9_999]],
])('splits %i cents of %s to the cent, the spare cents first', (cents, product, amounts) => {
  expect(planOf(cents, { product }, '2026-01-15').map(([amount]) => amount)).toEqual(amounts)
})

it('takes the last day of a month that is too short', () => {
  expect(planOf(300, {}, '2026-01-31').map(([, date]) => date)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
  ])
})

it('crosses the year', () => {
  expect(planOf(300, {}, '2026-11-30').map(([, date]) => date)).toEqual([
    '2026-11-30',
    '2026-12-30',
    '2027-01-30',
  ])
})

it('stays a valid date for an absurd frequency', () => {
  const frequency = { number: 10 ** 15, frequencyType: 'daily' }
  expect(planOf(100, { product: 'later', frequency }, '2026-01-01')).toEqual([[100, '2125-12-08']])
})
