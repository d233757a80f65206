import { ScalapayWebhookError } from '../errors/webhook.js'

/** How far the time of signing may be from now, in milliseconds. */
export interface Tolerance {
  /** How old a delivery may be. */
  past: number
  /** How far ahead of this machine's clock its timestamp may be. */
  future: number
}

/**
 * Three days back: whether Scalapay signs a retry anew is not known, and a genuine late retry must not be lost; replays
 * inside the window are stopped by the store. Five minutes ahead: nothing genuine comes from the future, except by skew.
 */
export const DEFAULT_TOLERANCE: Tolerance = { past: 3 * 24 * 60 * 60 * 1000, future: 5 * 60 * 1000 }

/** The first moment that can be milliseconds and no longer seconds: in 2001, and as seconds in the year 33658. */
const FIRST_MILLISECONDS = 1_000_000_000_000

/**
 * Reads the timestamp header.
 *
 * @returns epoch milliseconds
 * @throws ScalapayWebhookError when it is not a number of milliseconds
 */
export function parseTimestamp(header: string): number {
  if (/^\d{1,15}$/.test(header)) return Number(header)
  throw new ScalapayWebhookError('The timestamp header is not a number of milliseconds.', {
    reason: 'malformed-header',
    hint: 'Scalapay sends the milliseconds since 1970 in decimal digits. Look at what is between Scalapay and this server.',
  })
}

/** Whether a timestamp was most likely meant as seconds. */
export function looksLikeSeconds(timestamp: number): boolean {
  return timestamp < FIRST_MILLISECONDS
}

/**
 * Checks the time of signing in both directions. All are epoch milliseconds.
 *
 * @throws ScalapayWebhookError that shows both times
 */
export function checkAge(timestamp: number, now: number, tolerance: Tolerance): void {
  const age = now - timestamp
  // Written so that a clock which gives no number lets nothing through.
  if (!(age <= tolerance.past)) throw outOfTime('stale', timestamp, now)
  if (!(-age <= tolerance.future)) throw outOfTime('from-the-future', timestamp, now)
}

const EXPLANATION = {
  stale: 'It is a replay, a retry later than toleranceMs allows, or the clocks are skewed.',
  'from-the-future': 'The clocks are skewed: most likely that of this machine is behind.',
} as const

function outOfTime(
  reason: 'stale' | 'from-the-future',
  timestamp: number,
  now: number,
): ScalapayWebhookError {
  const seconds = Math.round(Math.abs(now - timestamp) / 1000)
  const direction = reason === 'stale' ? 'before' : 'after'
  const times = `at ${toIso(timestamp)}, ${seconds} seconds ${direction} it was received at ${toIso(now)} by the clock of this machine`
  return new ScalapayWebhookError(`The delivery was signed ${times}. ${EXPLANATION[reason]}`, {
    reason,
    hint: looksLikeSeconds(timestamp)
      ? 'The timestamp looks like seconds; Scalapay sends milliseconds.'
      : 'Compare the clock of this machine with the real time; raise toleranceMs only for late retries.',
  })
}

function toIso(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : 'no time at all'
}
