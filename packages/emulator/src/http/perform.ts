import type { FaultEffect } from '../faults/effects.js'
import { performedOperations } from '../routes/index.js'
import type { Fields, OperationResult } from '../routes/operation.js'
import type { Emulation } from '../state/emulation.js'
import { OrderRefusal } from '../state/order.js'
import { type Admitted, admit } from './admission.js'
import { type Answer, unauthorizedAnswer, withoutMessage } from './answer.js'
import { authenticate } from './authenticate.js'
import { type ApiRequest, type CallContext, refuse } from './call-context.js'

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
      occasion: { at: emulation.clock.now(), requestBody: request.rawBody },
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

/** Runs the operation and makes its change real, unless the fault is that it does not become real. */
function executeAndCommit(context: CallContext, admission: Admitted, effect: FaultEffect): Answer {
  let kept: Answer | undefined
  try {
    const { answer, change } = execute(context, admission.body)
    if (effect.captureStatus !== undefined) return withStatus(answer, effect.captureStatus)
    if (effect.lose === true) return answer
    if (change !== undefined) context.world.store.commit(context.merchant, change)
    kept = answer
    return answer
  } finally {
    admission.release(kept)
  }
}

/**
 * Performs a request: key, idempotency, validation, the order's state, in this order, then commits.
 *
 * @param pause - waits for the latency of a fault while the order is held, as slow work would.
 */
export async function perform(
  request: ApiRequest,
  effect: FaultEffect,
  emulation: Emulation,
  pause: (milliseconds: number) => Promise<void>,
): Promise<Answer> {
  const { settings, world } = emulation
  const caller = authenticate(request.authorization, request.operation.auth, settings)
  if (caller === undefined) {
    await pause(effect.latencyMs ?? 0)
    return unauthorizedAnswer(settings.unauthorizedBody)
  }
  const merchant = world.store.merchant(caller.merchantKey)
  const { deviceReference } = caller
  const context = { request, merchant, deviceReference, world, emulation }
  const admission = admit(context)
  await pause(effect.latencyMs ?? 0)
  const answer =
    admission.kind === 'answered' ? admission.answer : executeAndCommit(context, admission, effect)
  // The documented refusal of disputes has no message, unlike that of the other reports.
  const isWordless = request.operationId === 'reportDisputes' && answer.status === 400
  return isWordless ? withoutMessage(answer) : answer
}
