import type { HttpsAgent } from '../options.js'
import type { Cancellation } from './cancellation.js'

/** A request as it goes out. */
export interface WireRequest {
  method: string
  url: string
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  body: string | undefined
  /** Ends the exchange, the reading of the body included. */
  cancellation: Cancellation
}

/** A complete answer; a transport has read the body to its end, within the limit. */
export interface WireResponse {
  status: number
  header: (name: string) => string | undefined
  headers: () => Record<string, string>
  text: string
}

/** Sends requests, to a base URL that was checked before (see `checkBaseUrl`). It never follows redirects. */
export interface Transport {
  send: (request: WireRequest) => Promise<WireResponse>
  /** Closes idle connections now, and busy ones when their call is done. */
  close: () => void
}

/** What transports are made with; only some can do all of it. */
export interface TransportOptions {
  /** Where every request goes; it was checked before. */
  baseUrl: string
  /** PEM certificates of private authorities, trusted besides the usual ones. */
  ca: readonly string[]
  /** The caller's own pool for HTTPS. */
  agent?: HttpsAgent | undefined
}

/** The largest answer that is read, in bytes; a page of 5,000 report rows is below 10 MB. */
export const MAX_RESPONSE_BYTES = 32 * 1024 * 1024

/**
 * How far an exchange came before it failed.
 *
 * - `not-sent`: no byte of the request left.
 * - `sent`: some of it may have arrived; there is no answer.
 * - `answered`: the head of an answer came, its body did not arrive whole.
 * - `too-large`: the answer was larger than the limit.
 * - `redirected`: a fetch of the caller's followed a redirect, with the key, against what it was told.
 */
export type FailureStage = 'not-sent' | 'sent' | 'answered' | 'too-large' | 'redirected'

/** How a transport reports that an exchange failed; the reason is the `cause`. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure'

  constructor(
    readonly stage: FailureStage,
    cause: unknown,
    readonly status?: number,
  ) {
    super('The exchange failed.', { cause })
  }
}
