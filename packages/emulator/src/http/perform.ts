import { type Answer, unauthorizedAnswer, withoutMessage } from '../answer.js'
import type { Emulation } from '../emulation/emulation.js'
import type { FaultEffect } from '../faults/effects.js'
import { performedOperations } from '../routes/index.js'
import type { Fields, OperationResult } from '../routes/operation.js'
import { type Failure, isKept } from '../state/idempotency.js'
import { OrderRefusal } from '../state/order.js'
import { type Admitted, admit } from './admission.js'
import { authenticate } from './authenticate.js'
import { type ApiRequest, type CallContext, refuse } from './call-context.js'
import { keepBreakdown } from './idempotency-key.js'

/** Runs the operation, which changes nothing yet. */
function execute(context: CallContext, body: Fields): OperationResult {
  const { request, merchant, deviceReference, world, emulation } = context
  try {
    return performedOperations[request.operationId]({
      settings: emulation.settings,
      ids: world.ids,
      merchant,
      deviceReference,
      url: emulation.url,
      token: request.token,
      query: request.query,
      body,
      moment: { at: emulation.clock.now(), requestBody: request.rawBody },
    })
  } catch (error) {
    if (error instanceof OrderRefusal) return { answer: refuse(context, error.refusal) }
    throw error
  }
}

/** A capture that answers HTTP 200 but was not approved. */
function withStatus(answer: Answer, status: string): Answer {
  if (answer.status !== 200) return answer
  const { capturedAt: _notCaptured, ...body } = JSON.parse(answer.body)
  return { ...answer, body: JSON.stringify({ ...body, status }) }
}

/** How a request is to fail. */
export interface PlannedFailure {
  readonly effect: FaultEffect
  /** What goes out instead of the answer once the work is done; a store that keeps such failures keeps it as well. */
  readonly breakdown?: Answer | undefined
}

/** Runs the operation and makes its change real, unless the fault is that it does not become real. */
function executeAndCommit(
  context: CallContext,
  admission: Admitted,
  { effect, breakdown }: PlannedFailure,
): Answer {
  const isBreakdownKept =
    breakdown !== undefined && isKept(context.emulation.settings.idempotency, 'server-error')
  let kept: Answer | undefined
  let failure: Failure | undefined
  try {
    const { answer, change } = execute(context, admission.body)
    if (effect.captureStatus !== undefined) return withStatus(answer, effect.captureStatus)
    if (effect.lose === true) return answer
    if (change !== undefined) context.world.store.commit(context.merchant, change)
    kept = isBreakdownKept ? breakdown : answer
    failure = failureOf(kept)
    return answer
  } finally {
    admission.release(kept, failure)
  }
}

function failureOf({ status }: Answer): Failure | undefined {
  if (status < 400) return undefined
  return status < 500 ? 'refused' : 'server-error'
}

/** The state that a request works on; undefined when it is not authorised. */
function contextOf(request: ApiRequest, emulation: Emulation): CallContext | undefined {
  const { settings, world } = emulation
  const caller = authenticate(request.authorization, request.operation.auth, settings)
  if (caller === undefined) return undefined
  const merchant = world.store.merchant(caller.merchantKey)
  return { request, merchant, deviceReference: caller.deviceReference, world, emulation }
}

/** The service breaks down before its work: nothing has happened, but the answer may be kept for the key. */
export function breakDown(request: ApiRequest, answer: Answer, emulation: Emulation): void {
  const context = contextOf(request, emulation)
  if (context !== undefined) keepBreakdown(context, answer)
}

/**
 * Performs a request: key, idempotency, validation, the order's state, in this order, then commits.
 *
 * @param pause waits for the latency of a fault while the order is held, as slow work would
 */
export async function perform(
  request: ApiRequest,
  planned: PlannedFailure,
  emulation: Emulation,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  const latencyMs = planned.effect.latencyMs ?? 0
  const context = contextOf(request, emulation)
  if (context === undefined) {
    await pause(latencyMs)
    return unauthorizedAnswer(emulation.settings.unauthorizedBody, emulation.world.ids.errorId())
  }
  const admission = admit(context)
  await pause(latencyMs)
  const answer =
    admission.kind === 'answered' ? admission.answer : executeAndCommit(context, admission, planned)
  // The documented refusal of disputes has no message, unlike that of the other reports.
  const isWordless = request.operationId === 'reportDisputes' && answer.status === 400
  return isWordless ? withoutMessage(answer) : answer
}
