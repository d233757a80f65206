import { isReplayed } from '../errors/from-response.js'
import type { CallOutcome } from './pipeline.js'

/** The answer that a result came from. */
export interface ResponseInfo {
  /** HTTP status. */
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  /** How many requests were made, the last one included. */
  attempts: number
  /** The key of the last request, where the operation takes one; see `ScalapayError.idempotencyKey`. */
  idempotencyKey: string | undefined
  /** Whether Scalapay served a stored answer: an earlier request with this key had been carried out already. */
  idempotencyReplayed: boolean
  /** The `x-amzn-RequestId` of the answer; quote it to Scalapay's support. */
  requestId: string | undefined
  /** Milliseconds for all attempts, waits included. */
  durationMs: number
}

const INFO = Symbol('scalapay-kit response')

/**
 * Remembers where a result came from, for as long as the result lives. On the result itself, where nothing that copies, prints or
 * compares it looks: a `WeakMap` of short-lived keys costs the garbage collector more than everything else in a call.
 */
export function rememberResponse(
  result: object,
  outcome: CallOutcome,
  idempotencyKey: string | undefined,
): void {
  Object.defineProperty(result, INFO, { value: () => toInfo(outcome, idempotencyKey) })
}

/**
 * The status, headers and history of the answer that a result came from.
 *
 * @param result an object that a method of the client returned, itself and not a copy
 * @throws TypeError for anything else
 * @example responseOf(await scalapay.payments.capture({ token })).idempotencyReplayed
 */
export function responseOf(result: object): ResponseInfo {
  const info = (result as { [INFO]?: () => ResponseInfo })[INFO]
  if (info === undefined) {
    throw new TypeError(
      'responseOf needs the very object that a method of the client returned, not a copy of it.',
    )
  }
  return info()
}

function toInfo(outcome: CallOutcome, idempotencyKey: string | undefined): ResponseInfo {
  const wire = outcome.answer?.wire
  return {
    status: wire?.status ?? 0,
    headers: wire?.headers() ?? {},
    attempts: outcome.attempts,
    idempotencyKey,
    idempotencyReplayed: wire !== undefined && isReplayed(wire),
    requestId: wire?.header('x-amzn-requestid'),
    durationMs: outcome.durationMs,
  }
}
