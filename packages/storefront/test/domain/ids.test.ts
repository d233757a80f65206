import { describe, expect, it } from 'vitest'
import { createIds, isMerchantReference, isRefundReference } from '../../src/domain/ids.js'

/** Counts up instead of being random. */
function counting() {
  let next = 0
  return (size: number) => Uint8Array.from({ length: size }, () => next++ % 256)
}

describe('ids', () => {
  it('come from the given randomness alone', () => {
    expect(createIds(counting()).merchantReference()).toBe('SHOP-23456789ABCD')
    expect(createIds(counting()).secret()).toBe('23456789ABCDEFGHJKLMNPQRST')
  })

  it('are recognised when they come back in a form', () => {
    const ids = createIds(counting())
    const reference = ids.merchantReference()
    expect(isMerchantReference(reference)).toBe(true)
    expect(isRefundReference(ids.refundReference(reference), reference)).toBe(true)
  })

  it.each([[''], ['SHOP-'], ['SHOP-23456789ABCD0'], ['SHOP-23456789ABC0'], ['other']])(
    'refuse %j as an order reference',
    (text) => {
      expect(isMerchantReference(text)).toBe(false)
    },
  )

  it.each([[''], ['SHOP-23456789ABCD'], ['SHOP-23456789ABCE-R-22222222'], ['R-22222222']])(
    'refuse %j as a refund reference of another order',
    (text) => {
      expect(isRefundReference(text, 'SHOP-23456789ABCD')).toBe(false)
    },
  )
})
