/** What the options of a client, a call and a webhook receiver are checked with. */

/** The longest delay that a timer can hold, in milliseconds; a longer one would fire at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1

/** The most requests that one call may make under one idempotency key. */
export const MOST_ATTEMPTS = 10

/**
 * What is wrong with an option that must be a whole number from 1.
 *
 * @returns the end of a sentence that begins with the option's name; `undefined` when nothing is wrong
 */
export function findNumberProblem(value: unknown, most: number): string | undefined {
  const isFine = Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most
  return isFine ? undefined : `must be a whole number from 1 to ${most}.`
}

/**
 * Finds unknown options: one that is misspelt would otherwise be left at its default in silence. One that is
 * `undefined` counts as left out.
 *
 * @param known the names of all options
 * @returns a sentence for each
 */
export function findUnknownOptions(
  given: object | null | undefined,
  known: Readonly<Record<string, true>>,
): string[] {
  return Object.entries(given ?? {})
    .filter(([name, value]) => value !== undefined && !Object.hasOwn(known, name))
    .map(([name]) => `${name}: not an option. The options are ${Object.keys(known).join(', ')}.`)
}
