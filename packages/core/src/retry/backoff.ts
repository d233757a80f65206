const BASE_MS = 250
const CAP_MS = 5_000

/**
 * How long to wait before the next attempt: full jitter, a random part of an exponentially growing bound, so that many
 * clients that failed together do not come back together.
 *
 * @param attempt the number of the attempt that failed, 1 for the first
 * @param random a number from 0 up to 1
 * @returns milliseconds, at most 5,000
 */
export function backoffMs(attempt: number, random: number): number {
  return Math.floor(random * Math.min(CAP_MS, BASE_MS * 2 ** attempt))
}
