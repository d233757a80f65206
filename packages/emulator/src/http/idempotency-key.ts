import { createHash } from 'node:crypto'
import type { Answer } from '../answer.js'
import type { DocumentOperation } from '../generated/document.js'
import { assumedRefusals, documentedRefusals } from '../state/assumptions.js'
import { type Failure, isKept, storeName } from '../state/idempotency.js'
import { type CallContext, refuse } from './call-context.js'

/** The `Idempotency-Key` of a request that is to be worked on. */
export interface ClaimedKey {
  /** Nobody else gets the key until it is finished. */
  readonly begin: () => void
  /** Keeps the answer for replays, unless there is none to keep or it is a failure that is not kept. */
  readonly finish: (answer: Answer | undefined, failure?: Failure) => void
}

const NO_KEY: ClaimedKey = { begin: () => undefined, finish: () => undefined }

/** A replayed answer says so, except for create order, where the specification declares no such header. */
function replayed(answer: Answer, operation: DocumentOperation): Answer {
  if (operation.path === '/v2/orders') return answer
  return { ...answer, headers: { ...answer.headers, 'request-idempotency': 'true' } }
}

/** The key of a request; undefined when it has none that counts. */
function keyOf({ request, merchant, emulation }: CallContext) {
  const { idempotencyKey, operation } = request
  if (idempotencyKey === undefined || !operation.idempotent) return undefined
  const policy = emulation.settings.idempotency
  const name = storeName(policy, request.path, idempotencyKey)
  const digest = createHash('sha256').update(request.rawBody).digest('base64')
  const store = merchant.idempotency
  return {
    look: () => store.look(name, digest, emulation.clock.now()),
    begin: () => store.begin(name),
    finish(answer: Answer | undefined, failure?: Failure) {
      const kept = isKept(policy, failure) ? answer : undefined
      store.finish(name, { digest, answer: kept, now: emulation.clock.now() })
    },
  }
}

/** Keeps the answer of a service that broke down before its work, if such failures are kept and the key is unused. */
export function keepBreakdown(context: CallContext, answer: Answer): void {
  const key = keyOf(context)
  if (key?.look().kind === 'new') key.finish(answer, 'server-error')
}

/** Looks the key of a request up: the answer that it already has, or leave to work under it. */
export function claimKey(
  context: CallContext,
): { readonly answer: Answer } | { readonly key: ClaimedKey } {
  const key = keyOf(context)
  if (key === undefined) return { key: NO_KEY }
  const known = key.look()
  switch (known.kind) {
    case 'replay':
      return { answer: replayed(known.answer, context.request.operation) }
    case 'in-progress':
      return { answer: refuse(context, documentedRefusals.operationInProgress) }
    case 'other-body':
      return { answer: refuse(context, assumedRefusals.idempotencyKeyReused) }
    default:
      return { key }
  }
}
