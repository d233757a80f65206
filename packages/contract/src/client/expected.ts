import { eur } from '@scalapay-kit/core'

/** What the shop's own record says of an order of `sampleOrder`. */
export function expected(merchantReference: string) {
  return { merchantReference, totalAmount: eur('100.00') }
}
