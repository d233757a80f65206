import { ScalapayError } from '../errors/base.js'
import {
  type ErrorContext,
  errorFromResponse,
  errorFromSuccess,
  parseRetryAfter,
} from '../errors/from-response.js'
import { isScalapayError } from '../errors/guards.js'
import type { Clock } from '../retry/clock.js'
import type { AttemptResult, AttemptState } from '../retry/run.js'
import { errorFromFailure, type FailureContext } from './from-failure.js'
import { wireHeaders } from './headers.js'
import { personalDataIn } from './personal-data.js'
import { AttemptScope, untilAborted } from './timeout.js'
import { type Transport, WireFailure, type WireResponse } from './wire.js'

/** A call as the pipeline takes it: everything that is the same for all its attempts. */
export interface PreparedCall {
  operation: string
  method: string
  url: string
  body: string | undefined
  /** Lower-case names; without those that the client sets itself. */
  headers: Readonly<Record<string, string>> | undefined
  idempotencyKey: string | undefined
  /** What a create can be looked up by, should its outcome be unknown. */
  findBy: { merchantOrderReference: string } | undefined
  /** Why a success cannot be used, as the end of a sentence. */
  findProblem: ((data: object) => string | undefined) | undefined
  /** Whether the request may be sent again: a read, or a write with an idempotency key. */
  repeatable: boolean
  timeoutMs: number
  deadlineMs: number
  maxAttempts: number
  signal: AbortSignal | undefined
  /** Gives the key; asked at each attempt, so that a rotated key is picked up. */
  key: () => string | Promise<string>
}

/** What attempts are made with. */
export interface AttemptTools {
  transport: Transport
  clock: Clock
  userAgent: string
}

/** An answer, and what its body says; nothing of a refusal, whose error says it, and of what is not JSON. */
export interface ReadAnswer {
  wire: WireResponse
  data: unknown
}

/**
 * Makes one request and reads its answer, under the attempt's limits.
 *
 * @throws ScalapayConfigError when there is no usable key; everything else is in the result
 */
export async function attemptOnce(
  call: PreparedCall,
  state: AttemptState,
  tools: AttemptTools,
): Promise<AttemptResult<ReadAnswer>> {
  const { timeoutMs, signal } = call
  const { remainingMs } = state
  const scope = new AttemptScope(tools.clock, { timeoutMs, remainingMs, signal })
  let key: string | undefined
  const { cancellation } = scope
  const context = () => contextOf(call, state, tools, key)
  try {
    if (cancellation.isCancelled) throw new WireFailure('not-sent', undefined)
    const given = call.key()
    key = typeof given === 'string' ? given : await untilAborted(given, cancellation.signal)
    const headers = wireHeaders({
      userAgent: tools.userAgent,
      hasBody: call.body !== undefined,
      extra: call.headers,
      key,
      idempotencyKey: call.idempotencyKey,
    })
    const { method, url, body } = call
    const wire = await tools.transport.send({ method, url, headers, body, cancellation })
    return readAnswer(wire, call, context)
  } catch (thrown) {
    const { endedBy } = scope
    const isWithoutKey = key === undefined
    if (isWithoutKey && endedBy === undefined) throw withHistory(thrown, context())
    const failure = isWithoutKey ? new WireFailure('not-sent', thrown) : thrown
    const { error, permanent } = errorFromFailure(failure, endedBy, context())
    return { ok: false, error, permanent, answer: undefined, retryAfterMs: undefined }
  } finally {
    scope.close()
  }
}

function readAnswer(
  wire: WireResponse,
  { findProblem }: PreparedCall,
  contextNow: () => ErrorContext,
): AttemptResult<ReadAnswer> {
  const isSuccess = wire.status >= 200 && wire.status < 300
  if (!isSuccess) {
    const context = contextNow()
    return failed(errorFromResponse(wire, context), wire, context.now)
  }
  const read = readSuccess(wire.text, findProblem)
  if ('problem' in read) {
    const context = contextNow()
    const failure = failed(errorFromSuccess(wire, read.problem, context), wire, context.now)
    return { ...failure, answer: { wire, data: read.data } }
  }
  return { ok: true, answer: { wire, data: read.data } }
}

function failed(error: ScalapayError, wire: WireResponse, now: number): AttemptResult<ReadAnswer> {
  const retryAfterMs = parseRetryAfter(wire.header('retry-after'), now)
  return { ok: false, error, answer: { wire, data: undefined }, permanent: false, retryAfterMs }
}

/** A key that cannot be had for a repetition does not undo the requests before it. */
function withHistory(thrown: unknown, context: ErrorContext): unknown {
  if (!isScalapayError(thrown) || context.attempts === 0) return thrown
  const { attempts, idempotencyKey, findBy, mayHaveExecuted } = context
  const outcome = mayHaveExecuted ? 'unknown' : thrown.outcome
  return ScalapayError.fromJSON({ ...thrown.toJSON(), outcome, attempts, idempotencyKey, findBy })
}

/** Every documented success carries a JSON object or array. */
function readSuccess(
  text: string,
  findProblem: PreparedCall['findProblem'],
): { data: object } | { problem: string; data: unknown } {
  const data = parseJson(text)
  if (text.trim() === '') return { problem: 'the body is empty', data }
  if (data === undefined) return { problem: 'the body is not JSON', data }
  if (typeof data !== 'object' || data === null) {
    return { problem: 'the body is not an object', data }
  }
  const problem = findProblem?.(data)
  return problem === undefined ? { data } : { problem, data }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function contextOf(
  call: PreparedCall,
  state: AttemptState,
  tools: AttemptTools,
  key: string | undefined,
): FailureContext {
  return {
    operation: call.operation,
    // Until there is a key, nothing is sent: this attempt does not count yet.
    attempts: key === undefined ? state.number - 1 : state.number,
    repeatable: call.repeatable,
    mayHaveExecuted: state.mayHaveExecuted,
    idempotencyKey: call.idempotencyKey,
    findBy: call.findBy,
    now: tools.clock.now(),
    secrets: key === undefined ? [] : [key],
    // Looked for only when an error is made: a success need not pay for it.
    get personal() {
      return personalDataIn(call.body)
    },
    host: new URL(call.url).host,
    timeoutMs: call.timeoutMs,
    deadlineMs: call.deadlineMs,
  }
}
