import { createRandom, type Random } from '../state/random.js'

/** What chance does to the events of one merchant. */
export interface NetworkDice {
  readonly drop: Random
  readonly duplicate: Random
  readonly shuffle: Random
}

/**
 * Creates the dice of one merchant from the seed.
 *
 * Each merchant and each purpose has a stream of its own: another merchant's orders, and switching something else on,
 * must not change what happens to an event.
 */
export function createDice(seed: number, merchantIndex: number): NetworkDice {
  const stream = (purpose: string) => createRandom(seed, `${purpose} webhooks ${merchantIndex}`)
  return { drop: stream('dropped'), duplicate: stream('duplicated'), shuffle: stream('shuffled') }
}
