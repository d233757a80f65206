import { type Answer, validationAnswer } from '../answer.js'
import type { DocumentOperation } from '../generated/document.js'
import type { Fields } from '../routes/operation.js'
import { documentedRefusals } from '../state/assumptions.js'
import type { Failure } from '../state/idempotency.js'
import { type CallContext, refuse } from './call-context.js'
import { claimKey } from './idempotency-key.js'
import { parseBody } from './parse-body.js'
import { validateQuery } from './query-validation.js'
import { validateBody } from './validation.js'

/** Leave to work on a request. */
export interface Admitted {
  readonly kind: 'admitted'
  readonly body: Fields
  /** Frees the order and the key; keeps the answer for replays unless there is none to keep. */
  readonly release: (answer: Answer | undefined, failure: Failure | undefined) => void
}

/** Leave to work, or the answer that needs no work. */
export type Admission = Admitted | { readonly kind: 'answered'; readonly answer: Answer }

/** The PHP SDK sends no body where one is optional, so an empty object must do as well. */
function isLeftOut(operation: DocumentOperation, body: unknown): boolean {
  const isEmpty = typeof body === 'object' && body !== null && Object.keys(body).length === 0
  return operation.body?.required === false && isEmpty && !Array.isArray(body)
}

/** Whether there is a body that is read, has to say that it is JSON, and does not. */
function isOfOtherType({ request, emulation }: CallContext): boolean {
  const { operation, rawBody, contentType = '' } = request
  const isRead = operation.body !== undefined && rawBody !== ''
  if (!isRead || emulation.settings.contentType === 'ignored') return false
  return !/^application\/json *(?:;|$)/i.test(contentType)
}

/** Reads and validates what was sent. */
function readRequest(
  context: CallContext,
): { readonly answer: Answer } | { readonly body: Fields } {
  const { operation, rawBody, query } = context.request
  const parsed = isOfOtherType(context)
    ? { refusal: documentedRefusals.invalidJson }
    : parseBody(operation, rawBody)
  if ('refusal' in parsed) return { answer: refuse(context, parsed.refusal) }
  const findings = [
    ...validateQuery(operation, query),
    ...(isLeftOut(operation, parsed.body) ? [] : validateBody(operation, parsed.body)),
  ]
  return findings.length === 0
    ? { body: parsed.body as Fields }
    : { answer: validationAnswer(findings, context.world.ids.errorId()) }
}

/** The order that a write works on; capture names it in its body, create has none yet. */
function orderToWriteTo({ request }: CallContext, body: Fields): string {
  if (request.operation.method === 'GET') return ''
  return request.operationId === 'capturePayment' ? String(body.token) : request.token
}

/** Judges a request by everything but the state of its order. Takes the idempotency key and the order. */
export function admit(context: CallContext): Admission {
  const claim = claimKey(context)
  if ('answer' in claim) return { kind: 'answered', answer: claim.answer }
  const read = readRequest(context)
  if ('answer' in read) {
    claim.key.finish(read.answer, 'invalid')
    return { kind: 'answered', answer: read.answer }
  }

  const { busy } = context.merchant
  const token = orderToWriteTo(context, read.body)
  if (token !== '' && busy.has(token)) {
    return { kind: 'answered', answer: refuse(context, documentedRefusals.operationInProgress) }
  }
  if (token !== '') busy.add(token)
  claim.key.begin()
  return {
    kind: 'admitted',
    body: read.body,
    release(answer, failure) {
      busy.delete(token)
      claim.key.finish(answer, failure)
    },
  }
}
