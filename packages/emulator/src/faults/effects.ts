/** Answers that come from the emulator instead of the operation. */
export const CANNED_ANSWERS = [
  'error-500',
  'html-502',
  'unauthorized-string',
  'unauthorized-text',
  'unauthorized-envelope',
  'validation-bare',
  'numeric-code',
  'no-message',
  'gateway-message',
  'rate-limit-429',
  'conflict-409',
] as const

/** Answers whose body is spoilt after the operation has done its work. */
export const DAMAGED_BODIES = ['truncate', 'malformed-json', 'empty-body', 'drip'] as const

/** The name of a canned answer. */
export type CannedAnswer = (typeof CANNED_ANSWERS)[number]

/** The name of a way to spoil a body. */
export type DamagedBody = (typeof DAMAGED_BODIES)[number]

/** What a fault does to a request. `latencyMs` goes with any of the others, which exclude each other. */
export interface FaultEffect {
  /** Milliseconds of real time, spent while the operation holds its order. */
  readonly latencyMs?: number
  /** Drops the connection before the work, or after it was committed. */
  readonly reset?: 'before' | 'after'
  /** Answers this instead of the operation's own answer. */
  readonly answer?: CannedAnswer
  /** Whether a canned answer comes instead of the work (`before`, the default) or after it was committed. */
  readonly when?: 'before' | 'after'
  /** Headers added to a canned answer, such as `{ "retry-after": "2" }`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Commits the work and spoils the body of the answer. */
  readonly body?: DamagedBody
  /** With `body: 'drip'`: milliseconds between two bytes; 1,000 by default. */
  readonly intervalMs?: number
  /** A capture answers HTTP 200 with this status and takes no money. */
  readonly captureStatus?: string
  /** The answer says success, but nothing is committed: an oracle that does not notice is no oracle. */
  readonly lose?: boolean
}

/** An effect by its name, as in the header `x-emulator-fault`. */
export type FaultName =
  | `latency=${number}`
  | 'reset-before'
  | 'reset-after'
  | CannedAnswer
  | `${CannedAnswer}=after`
  | DamagedBody
  | `drip=${number}`
  | 'capture-status'
  | `capture-status=${string}`
  | 'lose'

/** A fault rule, header or request that makes no sense; the message says what to write instead. */
export class FaultError extends Error {
  override readonly name = 'FaultError' as const
}
