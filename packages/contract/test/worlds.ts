import type { FaultName } from '@scalapay-kit/emulator'
import fc from 'fast-check'

/** How many worlds are tried: a few in `npm test`, any number by hand. */
export const WORLDS = Number(process.env.RANDOM_WORLDS ?? 24)
/** Repeats a failure: fast-check prints the seed. */
export const SEED = Number(process.env.RANDOM_SEED ?? 20_261_123)

/**
 * What is not known about idempotency at Scalapay, in every combination.
 *
 * @param lifetimesMs how long a key is remembered
 */
export function idempotencySwitches(...lifetimesMs: number[]) {
  return fc.record({
    lifetimeMs: fc.constantFrom(...lifetimesMs),
    scope: fc.constantFrom('path', 'merchant'),
    sameKeyOtherBody: fc.constantFrom('replay', 'conflict', 'execute'),
    storeFailures: fc.constantFrom(false, ['refused'] as const, true),
  })
}

/** Up to four of these faults, each now and then or most of the time. */
export function faultRules(faults: readonly FaultName[]) {
  const rule = fc.record({
    effect: fc.constantFrom(...faults),
    probability: fc.double({ min: 0.05, max: 0.75, noNaN: true }),
  })
  return fc.array(rule, { maxLength: 4 })
}
