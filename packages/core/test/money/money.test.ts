import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equalMoney,
  eur,
  type Money,
  splitMoney,
  subtractMoney,
  sumMoney,
  toCents,
} from '../../src/index.js'

const anyCents = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
/** Up to ten thousand million euro, so that sums of many stay exact. */
const someCents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const usd = (amount: string): Money => ({ amount, currency: 'USD' })

describe('eur', () => {
  it.each([
    ['190', '190.00'],
    ['190.5', '190.50'],
    ['190.00', '190.00'],
    ['190,00', '190.00'],
    ['40.7', '40.70'],
    ['0', '0.00'],
    ['0.01', '0.01'],
    ['-0', '0.00'],
    ['-0.00', '0.00'],
    ['-1.22', '-1.22'],
    ['007.5', '7.50'],
    ['90071992547409.91', '90071992547409.91'],
  ])('writes %s as %s', (text, amount) => {
    expect(eur(text)).toEqual({ amount, currency: 'EUR' })
  })

  it.each([
    '',
    ' 190',
    '190 ',
    '190€',
    'EUR 190',
    '.5',
    '5.',
    '+5',
    '--5',
    '1e2',
    '0x10',
    'NaN',
    'Infinity',
    '1.2.3',
    '1,234.56',
    '1_000',
    '١٩٠',
    '0.001',
    '19.990000000000002',
    '190.0000',
  ])('refuses %j', (text) => {
    expect(() => eur(text)).toThrow(RangeError)
    expect(() => eur(text)).toThrow(/^'.*' is not an amount: write major units with at most two/)
  })

  it.each(['1.000', '1,000'])('refuses %s, which may be meant as a thousand', (text) => {
    expect(() => eur(text)).toThrow(RangeError)
  })

  it('refuses more than can be counted in cents', () => {
    expect(() => eur('90071992547409.92')).toThrow(/too large to be an amount of money/)
  })

  it('repeats no more than the beginning of what it refuses', () => {
    expect(() => eur('x'.repeat(10_000))).toThrow(/^'x{40}' is not/)
    expect(() => eur('9'.repeat(10_000))).toThrow(/^'9{40}' is too large/)
  })

  it.each<unknown>([190, 0.1 + 0.2, null, undefined, 190n, true])(
    'refuses %s, which is no text',
    (value) => {
      expect(() => eur(value as string)).toThrow(TypeError)
      expect(() => eur(value as string)).toThrow(/use eur\.cents\(19000\)\.$/)
    },
  )
})

describe('eur.cents', () => {
  it.each([
    [19_000, '190.00'],
    [5, '0.05'],
    [50, '0.50'],
    [0, '0.00'],
    [-0, '0.00'],
    [-122, '-1.22'],
    [-5, '-0.05'],
  ])('writes %i as %s', (cents, amount) => {
    expect(eur.cents(cents)).toEqual({ amount, currency: 'EUR' })
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '190'])('refuses %s', (cents) => {
    expect(() => eur.cents(cents as number)).toThrow(RangeError)
    expect(() => eur.cents(cents as number)).toThrow(`${cents} is not a whole number of cents.`)
  })

  it('loses nothing on the way to text and back, for any amount', () => {
    fc.assert(
      fc.property(anyCents, (cents) => {
        expect(toCents(eur.cents(cents))).toBe(cents)
        expect(eur(eur.cents(cents).amount)).toEqual(eur.cents(cents))
      }),
    )
  })
})

describe('sums', () => {
  it.each([
    [['0.10', '0.20'], '0.30'],
    [['19.99', '19.99', '19.99'], '59.97'],
    [['10.00', '-1.22'], '8.78'],
    [['5'], '5.00'],
  ])('of %j are %s, to the cent', (amounts, sum) => {
    expect(sumMoney(amounts.map(eur))).toEqual(eur(sum))
  })

  it.each([
    ['100.00', '33.33', '66.67'],
    ['0.30', '0.10', '0.20'],
    ['1.00', '2.50', '-1.50'],
    ['1.00', '1.00', '0.00'],
  ])('%s less %s is %s', (from, amount, rest) => {
    expect(subtractMoney(eur(from), eur(amount))).toEqual(eur(rest))
  })

  it('keep the currency', () => {
    expect(sumMoney([usd('1.00'), usd('2.00')])).toEqual(usd('3.00'))
    expect(subtractMoney(usd('3.00'), usd('2.00'))).toEqual(usd('1.00'))
  })

  it('of nothing do not exist', () => {
    expect(() => sumMoney([])).toThrow(new RangeError('sumMoney needs at least one amount.'))
  })

  it('of two currencies do not exist', () => {
    const message = 'Amounts in EUR and USD cannot be combined.'
    expect(() => sumMoney([eur('1'), usd('1')])).toThrow(new RangeError(message))
    expect(() => subtractMoney(eur('1'), usd('1'))).toThrow(new RangeError(message))
  })

  it('undo a difference, for any two amounts', () => {
    fc.assert(
      fc.property(someCents, someCents, (a, b) => {
        const [one, two] = [eur.cents(a), eur.cents(b)]
        expect(sumMoney([subtractMoney(one, two), two])).toEqual(one)
      }),
    )
  })
})

describe('equalMoney', () => {
  it.each([
    ['40.7', '40.70', true],
    ['40,70', '40.70', true],
    ['40', '40.00', true],
    ['40.70', '40.71', false],
    ['40.70', '-40.70', false],
  ])('of %s and %s is %s', (a, b, equal) => {
    expect(equalMoney({ amount: a, currency: 'EUR' }, { amount: b, currency: 'EUR' })).toBe(equal)
  })

  it('tells currencies apart', () => {
    expect(equalMoney(eur('1'), usd('1'))).toBe(false)
  })
})

function sumOfParts(total: Money, weights: number[]): bigint | 'refused' {
  try {
    return splitMoney(total, weights).reduce((sum, part) => sum + BigInt(toCents(part)), 0n)
  } catch (error) {
    if (error instanceof RangeError) return 'refused'
    throw error
  }
}

describe('splitMoney', () => {
  it.each([
    ['100.00', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['0.05', [1, 1, 1], ['0.02', '0.02', '0.01']],
    ['190.00', [1, 1, 1, 1], ['47.50', '47.50', '47.50', '47.50']],
    ['10.00', [3, 1], ['7.50', '2.50']],
    ['10.00', [0, 1, 0], ['0.00', '10.00', '0.00']],
    ['1.00', [0.1, 0.2], ['0.33', '0.67']],
    ['-1.00', [1, 1, 1], ['-0.33', '-0.33', '-0.34']],
    ['0.00', [1, 2], ['0.00', '0.00']],
  ])('of %s by %j is %j', (total, weights, parts) => {
    expect(splitMoney(eur(total), weights)).toEqual(parts.map((part) => eur(part)))
  })

  it.each([[[]], [[0]], [[0, 0]], [[1, -1, 1]], [[Number.NaN]], [[1, Number.POSITIVE_INFINITY]]])(
    'refuses the weights %j',
    (weights) => {
      expect(() => splitMoney(eur('1.00'), weights)).toThrow(RangeError)
      expect(() => splitMoney(eur('1.00'), weights)).toThrow(
        /^splitMoney needs weights that are not negative/,
      )
    },
  )

  it('adds up to the total, and gives each part its share to within a cent', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 50 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(someCents, weights, (cents, list) => {
        const parts = splitMoney(eur.cents(cents), list)
        const all = list.reduce((a, b) => a + b, 0)
        expect(sumMoney(parts)).toEqual(eur.cents(cents))
        for (const [index, weight] of list.entries()) {
          const share = (cents * weight) / all
          expect(Math.abs(toCents(parts[index] ?? eur('0')) - share)).toBeLessThan(1.01)
        }
      }),
    )
  })

  it('adds up or refuses, for any amount that can be counted', () => {
    const weight = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.double({ min: 0, max: 1e300 }))
    const weights = fc.array(weight, { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(anyCents, weights, (cents, list) => {
        const sum = sumOfParts(eur.cents(cents), list)
        expect([BigInt(cents), 'refused']).toContain(sum)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    ['90071992547409.85', [1, 1, 52, 27, 5, 48, 31, 8, 22, 5, 64]],
    ['100.00', [1e305, 1e305]],
  ])('refuses to split %s by %j, which floating point cannot', (total, list) => {
    expect(() => splitMoney(eur(`-${total}`), list)).toThrow(/too large to be split exactly/)
  })

  it('keeps the currency', () => {
    expect(splitMoney(usd('1.00'), [1, 1])).toEqual([usd('0.50'), usd('0.50')])
  })
})
