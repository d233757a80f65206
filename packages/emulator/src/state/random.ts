/** A source of numbers in [0, 1), the same sequence for the same seed. */
export type Random = () => number

/** FNV-1a, so that each stream name gives the seed a different starting point. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/**
 * A seeded generator (mulberry32).
 *
 * Each purpose has its own stream: adding a fault rule must not change the tokens that a test expects.
 */
export function createRandom(seed: number, stream: string): Random {
  let state = (hash(stream) ^ seed) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
