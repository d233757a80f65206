// @ts-check
import {
  equalMoney,
  eur,
  explainTotals,
  previewInstalments,
  Scalapay,
  splitMoney,
  subtractMoney,
  sumMoney,
  toCents,
} from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { equal, failureOf } from '../equal.mjs'

/** @param {readonly import('@scalapay-kit/core').Money[]} amounts */
const texts = (amounts) => amounts.map(({ amount }) => amount)

/** @type {import('../world.mjs').Cases} */
export const valueCases = {
  'counts money without a float': async () => {
    equal(sumMoney([eur('0.10'), eur('0.20')]), eur('0.30'))
    equal(subtractMoney(eur('10.00'), eur('9.99')), eur.cents(1))
    equal(equalMoney(eur('40.70'), eur.cents(4_070)), true)
    equal(toCents(eur('19.99')), 1_999)
    equal(texts(splitMoney(eur('10.00'), [1, 1, 1])), ['3.34', '3.33', '3.33'])
    equal(texts(previewInstalments(eur('100.00'), 3)), ['33.34', '33.33', '33.33'])
    equal(explainTotals(sampleOrder()).differenceWithTaxIncluded, eur('0.00'))
  },

  'refuses an amount that is no amount': async () => {
    for (const amount of ['19.999', '1.000,00', 'ten', '']) await failureOf(() => eur(amount))
  },

  'names everything that is wrong with its options at once': async () => {
    const options = /** @type {any} */ ({ apiKey: 'Bearer x', baseUrl: 'http://example.com' })
    const error = await failureOf(() => new Scalapay(options))
    equal(error.name, 'ScalapayConfigError')
    equal(error.problems.length, 3)
  },
}
