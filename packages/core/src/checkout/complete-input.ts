import { type Money, toCents } from '../money.js'
import { invalidInput } from '../resources/invalid-input.js'
import type { ExpectedOrder } from './state.js'

/** What `checkout.complete` is told. */
export interface CompleteInput {
  /** The order's token, from the return URL, the webhook or the shop's own record. */
  token: string
  /** From the shop's own record, never from the request that brought the token. */
  expect: ExpectedOrder
  /**
   * What to do with an authorised order: take all of it, take a part and give up the rest, keep it open, or nothing. One that
   * was delayed before is taken by the first two, so a shop that delays says so in its sweep too.
   * @default 'full'
   */
  capture?: 'full' | Money | 'delay' | 'none' | undefined
}

const CAPTURES: readonly unknown[] = ['full', 'delay', 'none']

/** @throws ScalapayRequestError when an argument cannot be used; nothing was sent */
export function requireUsable(input: Partial<CompleteInput> | undefined): void {
  const { expect, capture = 'full' } = input ?? {}
  const reference = expect?.merchantReference
  if (typeof reference !== 'string' || reference === '') {
    throw unusable(
      'expect.merchantReference',
      'is missing. Take it from your own record of the order.',
    )
  }
  requireAmount('expect.totalAmount', expect?.totalAmount)
  if (typeof capture === 'object' && capture !== null) requireAmount('capture', capture)
  else if (!CAPTURES.includes(capture)) {
    throw unusable('capture', "must be 'full', 'delay', 'none' or an amount.")
  }
}

function requireAmount(name: string, amount: Money | undefined): void {
  try {
    toCents(amount as Money)
  } catch (error) {
    throw unusable(
      name,
      `is not an amount. ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  // In another form it would equal the amount of no order, and every order would count as another one.
  if (!/^[A-Z]{3}$/.test(String(amount?.currency))) {
    throw unusable(name, "needs a currency in capital letters, such as 'EUR'.")
  }
}

function unusable(name: string, problem: string): Error {
  return invalidInput('checkout.complete', name, problem)
}
