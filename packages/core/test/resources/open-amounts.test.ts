import { expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { createOpenAmounts, exceeds } from '../../src/resources/open-amounts.js'

it('holds the orders that were heard of last, and forgets the others', () => {
  const amounts = createOpenAmounts(2)
  amounts.set('T1', eur('1.00'))
  amounts.set('T2', eur('2.00'))
  amounts.set('T1', eur('3.00'))
  amounts.set('T3', eur('4.00'))
  expect(['T1', 'T2', 'T3'].map(amounts.get)).toEqual([eur('3.00'), undefined, eur('4.00')])
})

it('holds a thousand orders', () => {
  const amounts = createOpenAmounts()
  for (let order = 0; order <= 1000; order += 1) amounts.set(`T${order}`, eur('1.00'))
  expect([amounts.get('T0'), amounts.get('T1')]).toEqual([undefined, eur('1.00')])
})

it.each([
  ['33.35', '33.34', true],
  ['33.34', '33.34', false],
  ['9.00', '10.00', false],
  ['10', '9.99', true],
])('%s exceeds %s: %s', (amount, open, is) => {
  expect(exceeds({ amount, currency: 'EUR' }, { amount: open, currency: 'EUR' })).toBe(is)
})
