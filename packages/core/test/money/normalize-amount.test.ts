import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { normalizeAmount } from '../../src/money.js'

describe('normalizeAmount', () => {
  it.each([
    [190, '190.00'],
    [40.7, '40.70'],
    [113.56, '113.56'],
    ['190', '190.00'],
    ['190.00', '190.00'],
    ['007.50', '7.50'],
    ['00.00', '0.00'],
    ['-0.00', '0.00'],
    ['190.00\n', undefined],
    ['9999999999999.99', '9999999999999.99'],
    ['99999999999999.99', undefined],
    ['40.7', '40.70'],
    ['190,00', '190.00'],
    ['40,70', '40.70'],
    ['-1.22', '-1.22'],
    [-0.98, '-0.98'],
    [0, '0.00'],
    [-0, '0.00'],
    [0.1 + 0.2, '0.30'],
    ['19.990000000000002', '19.99'],
    [1.005, '1.01'],
    [-1.005, '-1.01'],
    [0.995, '1.00'],
    [-0.004, '0.00'],
    [1e-7, '0.00'],
    [-1e-7, '0.00'],
    [5e15, undefined],
    [1e21, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ['', undefined],
    ['abc', undefined],
    ['1e3', undefined],
    ['1,234.56', undefined],
    [' 5', undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [['190'], undefined],
    [{ toString: null, valueOf: null }, undefined],
  ])('reads %j as %s', (wire, amount) => {
    expect(normalizeAmount(wire)).toBe(amount)
  })

  it('reads the number and the text of any amount alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const { amount } = eur.cents(cents)
        expect(normalizeAmount(Number(amount))).toBe(amount)
        expect(normalizeAmount(amount)).toBe(amount)
      }),
    )
  })
})
