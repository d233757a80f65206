import { eur } from '@scalapay-kit/core'

/** One movement of money. */
export interface Movement {
  readonly kind: string
  readonly amountInCents: number
}

/** `capture 190.00 EUR` */
export function describe({ kind, amountInCents }: Movement): string {
  return `${kind} ${eur.cents(amountInCents).amount} EUR`
}

/**
 * What the ledger lacks and what it has too many of, in that order.
 *
 * @returns one line per difference; none when the ledger is exactly as expected
 */
export function differences(expected: readonly Movement[], actual: readonly Movement[]): string[] {
  const surplus = actual.map(describe)
  const missing = expected.map(describe).filter((line) => {
    const index = surplus.indexOf(line)
    if (index === -1) return true
    surplus.splice(index, 1)
    return false
  })
  return [
    ...missing.map((line) => `- missing: ${line}`),
    ...surplus.map((line) => `+ too much: ${line}`),
  ]
}
