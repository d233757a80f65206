import { expect, it } from 'vitest'
import { feesOf, netInCents } from '../../src/state/fees.js'

it.each([
  // The documented sample: 0.98 on 10.00.
  [1_000, { feeInCents: 80, taxInCents: 18, totalInCents: 98 }],
  [-1_000, { feeInCents: -80, taxInCents: -18, totalInCents: -98 }],
  [19_000, { feeInCents: 1_520, taxInCents: 334, totalInCents: 1_854 }],
  [1, { feeInCents: 0, taxInCents: 0, totalInCents: 0 }],
])('takes its part of %i cents', (amount, fees) => {
  expect(feesOf(amount)).toEqual(fees)
})

it.each([
  [1_000, false, 902],
  [-1_000, false, -902],
  [1_000, true, 1_000],
  [-1_000, true, -1_000],
])('leaves %i cents, billed at month end: %s, at %i', (amount, billedAtMonthEnd, net) => {
  expect(netInCents(amount, billedAtMonthEnd)).toBe(net)
})
