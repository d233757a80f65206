import type { FastifyInstance, FastifyRequest } from 'fastify'
import { unknownPathAnswer } from '../answer.js'
import type { Emulation } from '../emulation/emulation.js'
import { type DocumentOperation, type OperationId, operations } from '../generated/document.js'
import type { Fields } from '../routes/operation.js'
import type { ApiRequest } from './call-context.js'
import { type Exchange, respond } from './exchange.js'
import type { Pauses } from './pauses.js'
import { breakDown, perform } from './perform.js'
import { headerOf, pathOf, rawBodyOf } from './read-request.js'

interface ApiRoute {
  Params: { token?: string }
  Querystring: Fields
}

function readApiRequest(
  request: FastifyRequest<ApiRoute>,
  operationId: OperationId,
  operation: DocumentOperation,
): ApiRequest {
  return {
    operationId,
    operation,
    path: pathOf(request),
    token: request.params.token ?? '',
    query: request.query,
    rawBody: rawBodyOf(request),
    contentType: headerOf(request, 'content-type'),
    authorization: request.headers.authorization,
    // An empty key is none: what the real service makes of it is unknown.
    idempotencyKey: headerOf(request, 'idempotency-key') || undefined,
  }
}

/** Registers every operation of the document, and the gateway's answer to everything else. */
export function registerApi(app: FastifyInstance, emulation: Emulation, pauses: Pauses): void {
  for (const [id, operation] of Object.entries(operations) as [OperationId, DocumentOperation][]) {
    app.route<ApiRoute>({
      method: operation.method,
      url: operation.path.replace('{token}', ':token'),
      handler: (request, reply) => {
        const details = readApiRequest(request, id, operation)
        const exchange: Exchange = {
          request: request as FastifyRequest,
          reply,
          operation: id,
          work: (planned) => perform(details, planned, emulation, pauses.pause),
          breakDown: (answer) => breakDown(details, answer, emulation),
        }
        return respond(exchange, emulation, pauses)
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const work = () => Promise.resolve(unknownPathAnswer)
    return respond({ request, reply, work }, emulation, pauses)
  })
}
