import { expect, it } from 'vitest'
import { centsToString, parseCents, splitEvenly } from '../../src/state/money.js'

it.each([
  ['190.00', 19_000],
  ['104', 10_400],
  ['40.7', 4_070],
  ['0.01', 1],
  ['1.10', 110],
  ['19.99', 1_999],
])('reads %s as %i cents', (amount, cents) => {
  expect(parseCents(amount)).toBe(cents)
})

it.each(['', ' 1', '1,00', '-1', '+1', '1.', '.5', '1.001', '1e3', 'NaN', 1, null, undefined, {}])(
  'does not read %j as an amount',
  (amount) => {
    expect(parseCents(amount)).toBeUndefined()
  },
)

it.each([
  [19_000, '190.00'],
  [5, '0.05'],
  [50, '0.50'],
  [0, '0.00'],
  [-5, '-0.05'],
  [-122, '-1.22'],
])('writes %i cents as %s', (cents, amount) => {
  expect(centsToString(cents)).toBe(amount)
})

it.each([
  [19_000, 3, [6_334, 6_333, 6_333]],
  [19_001, 3, [6_334, 6_334, 6_333]],
  [10_000, 4, [2_500, 2_500, 2_500, 2_500]],
  [2, 3, [1, 1, 0]],
])('splits %i cents into %i parts to the cent', (cents, parts, expected) => {
  expect(splitEvenly(cents, parts)).toEqual(expected)
})
