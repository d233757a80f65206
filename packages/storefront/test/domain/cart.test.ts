import { eur } from '@scalapay-kit/core'
import { describe, expect, it } from 'vitest'
import { linesOf, MAX_QUANTITY, sameLines, totalsOf, withQuantity } from '../../src/domain/cart.js'

const SHIRT = '12341234'
const JEANS = '12341235'

describe('totalsOf', () => {
  it('adds up to the documented order for a T-shirt and a pair of jeans', () => {
    const totals = totalsOf(
      linesOf(
        new Map([
          [SHIRT, 1],
          [JEANS, 1],
        ]),
      ),
    )
    expect(totals).toEqual({
      goods: eur('183.00'),
      discounts: [{ displayName: '10% Off', amount: eur('3.00') }],
      shipping: eur('10.00'),
      includedTax: eur('3.70'),
      total: eur('190.00'),
    })
  })

  it('takes the offer off every piece', () => {
    expect(totalsOf(linesOf(new Map([[SHIRT, 3]]))).total).toEqual(eur('91.00'))
  })

  it('asks nothing for an empty cart', () => {
    expect(totalsOf([]).total).toEqual(eur('0.00'))
  })
})

describe('withQuantity', () => {
  it('removes an article of which none is wanted', () => {
    expect([...withQuantity(new Map([[SHIRT, 2]]), SHIRT, 0)]).toEqual([])
  })

  it('keeps to the most pieces that one order may hold', () => {
    expect(withQuantity(new Map(), SHIRT, 99).get(SHIRT)).toBe(MAX_QUANTITY)
  })

  it('leaves the given cart alone', () => {
    const cart = new Map([[SHIRT, 1]])
    withQuantity(cart, SHIRT, 2)
    expect(cart.get(SHIRT)).toBe(1)
  })
})

describe('linesOf', () => {
  it('leaves out articles that the shop no longer has', () => {
    expect(linesOf(new Map([['gone', 1]]))).toEqual([])
  })
})

describe('sameLines', () => {
  const shirts = (count: number) => linesOf(new Map([[SHIRT, count]]))

  it.each([
    ['equal lines', shirts(1), shirts(1), true],
    ['another quantity', shirts(1), shirts(2), false],
    ['another article', shirts(1), linesOf(new Map([[JEANS, 1]])), false],
    ['an article more', shirts(1), [], false],
  ])('compares %s', (_what, a, b, same) => {
    expect(sameLines(a, b)).toBe(same)
  })
})
