import type { Clock } from './clock.js'

/**
 * Starts a deadline over several requests.
 *
 * @returns tells what is left of it: whole milliseconds, at least one, since a request takes no other limit
 */
export function startDeadline(clock: Clock, deadlineMs: number): () => number {
  const startedAt = clock.monotonic()
  return () => Math.max(1, Math.ceil(deadlineMs - (clock.monotonic() - startedAt)))
}
