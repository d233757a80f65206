import { ScalapayServerError } from '../errors/api.js'
import type { Outcome, ScalapayError, ScalapayErrorDetails } from '../errors/base.js'
import type { ErrorContext } from '../errors/from-response.js'
import { hintForLost } from '../errors/hints.js'
import { cleaner, scrubCause } from '../errors/scrub.js'
import {
  ScalapayAbortError,
  ScalapayConnectionError,
  ScalapayTimeoutError,
} from '../errors/transport.js'
import { explain } from './explain.js'
import type { EndedBy } from './timeout.js'
import { type FailureStage, WireFailure } from './wire.js'

/** Limits that an attempt had, for the message. */
export interface FailureContext extends ErrorContext {
  host: string
  timeoutMs: number
  deadlineMs: number
}

/** An exchange without a complete answer, as an error; `permanent` when it would be the same next time. */
export interface FailedExchange {
  error: ScalapayError
  permanent: boolean
}

/** Turns a failed exchange into an error that says whether the request may have been carried out. */
export function errorFromFailure(
  thrown: unknown,
  endedBy: EndedBy | undefined,
  context: FailureContext,
): FailedExchange {
  const failure = thrown instanceof WireFailure ? thrown : new WireFailure('sent', thrown)
  const shared = describe(failure, endedBy, context)
  const where = `${context.operation}: `
  if (endedBy === 'caller') {
    const error = new ScalapayAbortError(`${where}the caller ended the call.`, shared)
    return { error, permanent: true }
  }
  if (endedBy !== undefined) {
    const [limit, option] =
      endedBy === 'timeout' ? [context.timeoutMs, 'timeoutMs'] : [context.deadlineMs, 'deadlineMs']
    const message = `${where}no complete answer within ${limit} ms (${option}).`
    return { error: new ScalapayTimeoutError(message, shared), permanent: endedBy === 'deadline' }
  }
  if (failure.stage === 'too-large' || failure.stage === 'redirected') {
    const message = `${where}${UNUSABLE[failure.stage]}.`
    return {
      error: new ScalapayServerError(message, { ...shared, retryable: false }),
      permanent: true,
    }
  }
  if (failure.stage === 'answered') {
    const message = `${where}Scalapay answered ${failure.status}, but the answer was cut off.`
    return { error: new ScalapayServerError(message, shared), permanent: false }
  }
  const { what, hint, permanent } = explain(shared.cause, context.host)
  const details = {
    ...shared,
    hint: hint ?? shared.hint,
    retryable: shared.retryable === true && !permanent,
  }
  return { error: new ScalapayConnectionError(`${where}${what}.`, details), permanent }
}

function describe(
  failure: WireFailure,
  endedBy: EndedBy | undefined,
  context: FailureContext,
): ScalapayErrorDetails {
  const outcome = outcomeOf(failure.stage, context)
  return {
    operation: context.operation,
    outcome,
    retryable: context.repeatable || outcome === 'not-sent',
    httpStatusCode: failure.status,
    attempts: context.attempts,
    idempotencyKey: context.idempotencyKey,
    findBy: context.findBy,
    hint: outcome === 'not-sent' ? HINT_NOT_SENT : hintForLost(context),
    // Our own abort carries no information that the message lacks.
    cause: endedBy === undefined ? scrubCause(failure.cause, cleaner(context)) : undefined,
  }
}

function outcomeOf(stage: FailureStage, context: FailureContext): Outcome {
  return stage === 'not-sent' && !context.mayHaveExecuted ? 'not-sent' : 'unknown'
}

const HINT_NOT_SENT = 'Nothing reached Scalapay, so the call can be repeated.'
const UNUSABLE = {
  'too-large': 'the answer was too large to read',
  redirected: "the given fetch followed a redirect: it must honour redirect: 'manual'",
} as const
