import type { operations as ApiOperations } from '../generated/api.js'
import { type Operation, type OperationId, operations } from '../generated/operations.js'
import type { RequestOptions } from '../options.js'
import { startDeadline } from '../retry/deadline.js'
import { findAnswerProblem } from './answer-check.js'
import type { ReadAnswer } from './attempt.js'
import { type SentUnderKey, sendThroughGenerations } from './generations.js'
import { deriveIdempotencyKey, randomIdempotencyKey } from './idempotency.js'
import type { CallOutcome, Pipeline } from './pipeline.js'
import { type ClientDefaults, findByOf, prepareCall } from './prepare.js'
import { type ReportTools, reportOnce } from './report-once.js'
import { checkRequest } from './request-options.js'
import { unwrap } from './unwrap.js'
import { urlOf } from './url.js'
import { toWireBody } from './wire-body.js'

/** What the success of an operation says, by the API description. */
export type Answer<Id extends OperationId> =
  ApiOperations[Id]['responses'][200]['content']['application/json']

/** The parts of a request. */
export interface CallInput {
  path?: { token: string }
  /** The order that the answer must be about, where the path does not name it. */
  orderToken?: string
  query?: object
  body?: object
  /** The caller's reference of the intent, for operations that take an idempotency key. */
  reference?: string | undefined
  /** The part of the body that makes it the same intent, where the rest may differ. By default, all of it. */
  intent?: object
  /** The caller's reference of an order that is being created: what it can be looked up by. */
  merchantReference?: string | undefined
  /** Looked into before anything is sent; what it throws ends the call. */
  precondition?: (optionsForRead: OptionsForRead) => Promise<void>
  /** How the intent goes on when a stored answer proves that it came to nothing. Without it, that answer stands. */
  renewal?: Renewal
}

/** Options for a read that belongs to the call: the call's own, with what is left of its deadline now. */
export type OptionsForRead = () => Omit<RequestOptions, 'idempotencyKey'> & { deadlineMs: number }

/** When an intent may be sent again under another key, see `sendThroughGenerations`. */
export interface Renewal {
  /** Whether a success is about something that is over by now. A stored refusal is so by itself. */
  isOver?: (answer: ReadAnswer, optionsForRead: OptionsForRead) => boolean | Promise<boolean>
  /** Whether the order shows that nothing was done, asked after a stored server error. Without it, that error stands. */
  isUndone?: (optionsForRead: OptionsForRead) => Promise<boolean>
}

/**
 * Carries one operation out: all that a resource needs of the client.
 *
 * @throws ScalapayError of the class that fits, see each
 */
export type Call = <Id extends OperationId>(
  operation: Id,
  input: CallInput,
  options?: RequestOptions,
) => Promise<Answer<Id>>

/** What calls are made with. */
export interface CallParts extends ClientDefaults, ReportTools {
  pipeline: Pipeline
}

/** Builds the `Call` of a client: checks, body, URL, idempotency key, then the pipeline. */
export function createCall(parts: CallParts): Call {
  return (operation, input, options = {}) =>
    reportOnce(operation, parts, async (note) => {
      const route: Operation = operations[operation]
      const { path, query, merchantReference } = input
      const token = path?.token ?? input.orderToken
      checkRequest(operation, route, { path, query }, options)
      const text = input.body && JSON.stringify(toWireBody(input.body, operation))
      // Before anything is waited for, as the body: the caller may change what it gave.
      const intent = input.intent ? JSON.stringify(toWireBody(input.intent, operation)) : text
      const url = urlOf(parts.config.baseUrl, route.path, { path, query })

      const remaining = startDeadline(parts.clock, options.deadlineMs ?? parts.config.deadlineMs)
      const optionsForRead: OptionsForRead = () => {
        const { idempotencyKey: _ofTheWrite, ...others } = options
        return { ...others, deadlineMs: remaining() }
      }
      const request = {
        operation,
        route,
        method: route.method,
        url,
        body: text,
        options,
        merchantReference,
        findProblem: (data: object) => findAnswerProblem(operation, data, token),
      }
      const send: Send = (idempotencyKey) => {
        const call = { ...request, idempotencyKey, remainingMs: remaining() }
        return parts.pipeline(prepareCall(call, parts)).then(note)
      }

      if (input.precondition !== undefined) await input.precondition(optionsForRead)
      const sent = route.idempotent
        ? await sendUnderKey({ operation, input, intent, options, optionsForRead, send })
        : { outcome: await send(undefined), idempotencyKey: undefined }
      return unwrap(sent.outcome, sent.idempotencyKey) as Answer<typeof operation>
    })
}

type Send = (idempotencyKey: string | undefined) => Promise<CallOutcome>

/** Sends under the caller's key, a random one, or that of the intent and its generations. */
function sendUnderKey({
  operation,
  input: { path, reference, merchantReference, renewal },
  intent,
  options,
  optionsForRead,
  send,
}: {
  operation: OperationId
  input: CallInput
  intent: string | undefined
  options: RequestOptions
  optionsForRead: OptionsForRead
  send: Send
}): Promise<SentUnderKey> {
  const about = { operation, token: path?.token, reference }
  const keyOf = (generation: number) => deriveIdempotencyKey(about, intent, generation)
  if (options.idempotencyKey !== undefined || !reference || renewal === undefined) {
    const ownKey = () => (reference ? keyOf(0) : randomIdempotencyKey())
    return sendOnce(options.idempotencyKey ?? ownKey(), send)
  }
  const { isOver = () => false, isUndone = async () => false } = renewal
  return sendThroughGenerations({
    keyOf,
    send,
    isOver: (answer) => isOver(answer, optionsForRead),
    isUndone: () => isUndone(optionsForRead),
    details: { operation, findBy: findByOf(merchantReference) },
  })
}

async function sendOnce(key: string | Promise<string>, send: Send): Promise<SentUnderKey> {
  const idempotencyKey = await key
  return { outcome: await send(idempotencyKey), idempotencyKey }
}
