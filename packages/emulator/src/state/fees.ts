import { FEE_PERCENT, FEE_TAX_PERCENT } from './assumptions.js'

/** What Scalapay takes of an amount, in minor units; negative for a refund, which gives it back. */
export interface Fees {
  readonly feeInCents: number
  readonly taxInCents: number
  readonly totalInCents: number
}

function percentOf(cents: number, percent: number): number {
  return Math.round((cents * percent) / 100)
}

/** The fees of an amount; a refund's are those of the same capture with the other sign. */
export function feesOf(amountInCents: number): Fees {
  const sign = Math.sign(amountInCents)
  const fee = percentOf(Math.abs(amountInCents), FEE_PERCENT)
  const tax = percentOf(fee, FEE_TAX_PERCENT)
  return { feeInCents: sign * fee, taxInCents: sign * tax, totalInCents: sign * (fee + tax) }
}

/** What reaches the merchant's account: without the fees, unless they are billed at the end of the month. */
export function netInCents(amountInCents: number, feesBilledAtMonthEnd: boolean): number {
  return feesBilledAtMonthEnd ? amountInCents : amountInCents - feesOf(amountInCents).totalInCents
}
