import { type Answer, type Refusal, refusalAnswer } from '../answer.js'
import type { Emulation, World } from '../emulation/emulation.js'
import type { DocumentOperation, OperationId } from '../generated/document.js'
import type { Fields } from '../routes/operation.js'
import { inForm } from '../state/refusal-form.js'
import type { Merchant } from '../state/store.js'

/** A request to one operation of the API, read but not judged. */
export interface ApiRequest {
  readonly operationId: OperationId
  readonly operation: DocumentOperation
  /** Without the query. */
  readonly path: string
  /** The `{token}` of the path, or empty. */
  readonly token: string
  readonly query: Fields
  readonly rawBody: string
  readonly contentType: string | undefined
  readonly authorization: string | undefined
  readonly idempotencyKey: string | undefined
}

/** An authenticated request, and the state that it works on. */
export interface CallContext {
  readonly request: ApiRequest
  readonly merchant: Merchant
  /** Which till calls; undefined for a merchant key. */
  readonly deviceReference: string | undefined
  /** The world at the time of the request: after a reset it is nobody's. */
  readonly world: World
  readonly emulation: Emulation
}

/** A refusal as it goes out. */
export function refuse({ world, emulation }: CallContext, refusal: Refusal): Answer {
  return refusalAnswer(inForm(refusal, emulation.settings.refusals), world.ids.errorId())
}
