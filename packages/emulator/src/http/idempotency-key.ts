import { createHash } from 'node:crypto'
import type { DocumentOperation } from '../generated/document.js'
import { assumedRefusals, documentedRefusals } from '../state/assumptions.js'
import { storeName } from '../state/idempotency.js'
import type { Answer } from './answer.js'
import { type CallContext, refuse } from './call-context.js'

/** The `Idempotency-Key` of a request that is to be worked on. */
export interface ClaimedKey {
  /** Nobody else gets the key until it is finished. */
  readonly begin: () => void
  /** Keeps the answer for replays, unless there is none to keep. */
  readonly finish: (answer: Answer | undefined) => void
}

const NO_KEY: ClaimedKey = { begin: () => undefined, finish: () => undefined }

/** A replayed answer says so, except for create order, where the specification declares no such header. */
function replayed(answer: Answer, operation: DocumentOperation): Answer {
  if (operation.path === '/v2/orders') return answer
  return { ...answer, headers: { ...answer.headers, 'request-idempotency': 'true' } }
}

/** Looks the key of a request up: the answer that it already has, or leave to work under it. */
export function claimKey(
  context: CallContext,
): { readonly answer: Answer } | { readonly key: ClaimedKey } {
  const { request, merchant, emulation } = context
  const { idempotencyKey, operation } = request
  if (idempotencyKey === undefined || !operation.idempotent) return { key: NO_KEY }
  const name = storeName(emulation.settings.idempotency, request.path, idempotencyKey)
  const digest = createHash('sha256').update(request.rawBody).digest('base64')
  const store = merchant.idempotency
  const known = store.look(name, digest, emulation.clock.now())
  switch (known.kind) {
    case 'replay':
      return { answer: replayed(known.answer, operation) }
    case 'in-progress':
      return { answer: refuse(context, documentedRefusals.operationInProgress) }
    case 'other-body':
      return { answer: refuse(context, assumedRefusals.idempotencyKeyReused) }
    default:
      return {
        key: {
          begin: () => store.begin(name),
          finish: (answer) => store.finish(name, { digest, answer, now: emulation.clock.now() }),
        },
      }
  }
}
