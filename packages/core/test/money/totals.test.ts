import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eur, explainTotals, previewInstalments, sumMoney } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'

describe('previewInstalments', () => {
  it.each([
    ['100.00', 3, ['33.34', '33.33', '33.33']],
    ['190.00', 3, ['63.34', '63.33', '63.33']],
    ['190.00', 4, ['47.50', '47.50', '47.50', '47.50']],
    ['0.02', 3, ['0.01', '0.01', '0.00']],
  ] as const)('splits %s in %i', (total, count, amounts) => {
    expect(previewInstalments(eur(total), count).map(({ amount }) => amount)).toEqual(amounts)
  })

  it('adds up to the total, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(3, 4), (cents, count) => {
        expect(sumMoney(previewInstalments(eur.cents(cents), count))).toEqual(eur.cents(cents))
      }),
    )
  })
})

describe('S48 explainTotals', () => {
  const item = { name: 'Lamp', category: 'home', sku: 'L1', quantity: 3, price: eur('19.99') }

  it('adds up to the cent what floats would not: 19.99 × 3, 10 % discount, 22 % tax on top', () => {
    // 59.97 less 6.00 is 53.97; 22 % of it is 11.87.
    const order = sampleOrder({
      items: [item],
      discounts: [{ displayName: '10 %', amount: eur('6.00') }],
      taxAmount: eur('11.87'),
      totalAmount: eur('65.84'),
    })
    expect(explainTotals(order)).toEqual({
      items: eur('59.97'),
      discounts: eur('6.00'),
      shipping: eur('0.00'),
      tax: eur('11.87'),
      total: eur('65.84'),
      differenceWithTaxIncluded: eur('11.87'),
      differenceWithTaxAdded: eur('0.00'),
    })
  })

  it('shows the cent that is missing', () => {
    const order = sampleOrder({ items: [item], totalAmount: eur('59.98') })
    expect(explainTotals(order).differenceWithTaxIncluded).toEqual(eur('0.01'))
  })

  it('refuses to add amounts of two currencies', () => {
    const dollars = { ...item, price: { amount: '10.00', currency: 'USD' } }
    const order = sampleOrder({ items: [dollars], totalAmount: eur('30.00') })
    expect(() => explainTotals(order)).toThrow(RangeError)
  })

  it('takes an order without items, as travel merchants send it', () => {
    const { items: _items, ...order } = sampleOrder()
    const travel = { startDate: '2027-05-01', endDate: '2027-05-08' }
    const totals = explainTotals({ ...order, extensions: { industry: { travel } } })
    expect(totals.items).toEqual(eur('0.00'))
  })
})
