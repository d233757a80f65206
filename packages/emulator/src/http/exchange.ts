import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, gatewayAnswer } from '../answer.js'
import type { Emulation } from '../emulation/emulation.js'
import { loggedHeaders } from '../emulation/request-log.js'
import { cannedAnswer } from '../faults/canned.js'
import { type FaultEffect, FaultError } from '../faults/effects.js'
import { parseFaultName } from '../faults/parse.js'
import type { AppliedFault } from '../faults/rules.js'
import { type OperationId, operations } from '../generated/document.js'
import type { Settings } from '../settings.js'
import { timestamp } from '../state/calendar.js'
import { authenticate } from './authenticate.js'
import type { Pauses } from './pauses.js'
import type { PlannedFailure } from './perform.js'
import { headerOf, pathOf, rawBodyOf } from './read-request.js'
import { dropConnection, sendAnswer, sendDamaged } from './send.js'

/** One request to the imitated API and what is to be done about it. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Absent for a path that the gateway does not know. */
  readonly operation?: OperationId
  readonly work: (planned: PlannedFailure) => Promise<Answer>
  /** Told of an answer that comes instead of the work and is the service's own, not its gateway's. */
  readonly breakDown?: (answer: Answer) => void
}

const FAULT_HEADER = 'x-emulator-fault'

/** The place of the caller's merchant among the keys, from 1. */
function merchantOf({ request, operation }: Exchange, settings: Settings): number | undefined {
  if (operation === undefined) return undefined
  const { auth } = operations[operation]
  const caller = authenticate(request.headers.authorization, auth, settings)
  return caller === undefined ? undefined : settings.merchantKeys.indexOf(caller.merchantKey) + 1
}

/** The fault of a request: by its header, else by the rules. */
function chooseFault(exchange: Exchange, emulation: Emulation) {
  const { request, operation } = exchange
  const named = headerOf(request, FAULT_HEADER)
  if (named === undefined) {
    const { method } = request
    const merchant = merchantOf(exchange, emulation.settings)
    return emulation.world.faults.choose({ operation, method, path: pathOf(request), merchant })
  }
  const effect = parseFaultName(named)
  const applies = effect.captureStatus === undefined || operation === 'capturePayment'
  return applies ? { source: FAULT_HEADER, effect } : undefined
}

function logRequest(exchange: Exchange, fault: AppliedFault | undefined, emulation: Emulation) {
  const { request, operation } = exchange
  return emulation.world.requests.add({
    at: timestamp(emulation.clock.now()),
    method: request.method,
    path: request.url,
    ...(operation === undefined ? {} : { operation }),
    headers: loggedHeaders(request.headers),
    body: rawBodyOf(request),
    fault: fault ?? null,
  })
}

/** The answer that a fault names; the disputes report documents its 500 without a message, unlike all else. */
function cannedFor(
  { operation }: Exchange,
  { answer, headers }: FaultEffect,
  { world }: Emulation,
): Answer | undefined {
  if (answer === undefined) return undefined
  const isWordless = operation === 'reportDisputes' && answer === 'error-500'
  return cannedAnswer(isWordless ? 'no-message' : answer, world.ids.errorId(), headers)
}

/** What goes out; `drop` ends the connection without an answer. */
async function outcomeOf(
  exchange: Exchange,
  effect: FaultEffect,
  emulation: Emulation,
  { pause }: Pauses,
): Promise<Answer | 'drop'> {
  const canned = cannedFor(exchange, effect, emulation)
  const instead = effect.reset === undefined ? canned : 'drop'
  const isBefore = effect.reset === 'before' || (canned !== undefined && effect.when !== 'after')
  // The service's own; gateways answer 502 and 504.
  const breakdown = canned?.status === 500 && instead === canned ? canned : undefined
  if (instead !== undefined && isBefore) {
    await pause(effect.latencyMs ?? 0)
    if (breakdown !== undefined) exchange.breakDown?.(breakdown)
    return instead
  }
  const answer = await exchange.work({ effect, breakdown })
  return instead ?? answer
}

/** Answers a request with the fault that is meant for it, and logs both. */
export async function respond(
  exchange: Exchange,
  emulation: Emulation,
  pauses: Pauses,
): Promise<void> {
  const { reply } = exchange
  emulation.clock.settle()
  let fault: AppliedFault | undefined
  try {
    fault = chooseFault(exchange, emulation)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const misuse = gatewayAnswer(400, error.message)
    logRequest(exchange, undefined, emulation)(misuse)
    return sendAnswer(reply, misuse)
  }
  const answered = logRequest(exchange, fault, emulation)
  const effect = fault?.effect ?? {}
  const outcome = await outcomeOf(exchange, effect, emulation, pauses)
  if (outcome === 'drop') return dropConnection(reply)
  answered(outcome)
  return sendDamaged(reply, outcome, effect, pauses)
}
