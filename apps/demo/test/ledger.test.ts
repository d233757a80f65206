import { describe, expect, it } from 'vitest'
import { differences } from '../src/ledger.js'

const capture = { kind: 'capture', amountInCents: 19_000 }
const refund = { kind: 'refund', amountInCents: 2_700 }

describe('differences', () => {
  it.each([
    ['nothing, for equal ledgers', [capture, refund], []],
    ['nothing, in whatever order', [refund, capture], []],
    ['a lost capture', [refund], ['- missing: capture 190.00 EUR']],
    ['a doubled capture', [capture, refund, capture], ['+ too much: capture 190.00 EUR']],
    [
      'a wrong amount',
      [capture, { ...refund, amountInCents: 2_701 }],
      ['- missing: refund 27.00 EUR', '+ too much: refund 27.01 EUR'],
    ],
    [
      'a movement of another kind',
      [capture, refund, { kind: 'void', amountInCents: 1 }],
      ['+ too much: void 0.01 EUR'],
    ],
  ])('finds %s', (_what, actual, found) => {
    expect(differences([capture, refund], actual)).toEqual(found)
  })
})
