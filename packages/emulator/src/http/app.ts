import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify'
import { type Answer, gatewayAnswer, refusalAnswer } from '../answer.js'
import type { Emulation } from '../emulation/emulation.js'
import type { Certificate } from '../https/certificate.js'
import type { Ids } from '../state/ids.js'
import { sendAnswer } from './send.js'
import { foreignPageProblem } from './web-pages.js'

/** Bodies above it are refused by the gateway; the real limit is unknown. */
const BODY_LIMIT = 1_048_576

/** What the gateway in front of the real API was observed to put on an answer; that it does on each is an assumption. */
function gatewayHeaders({ requestId, gatewayId, traceId }: Ids) {
  return {
    'x-amzn-requestid': requestId(),
    'x-amz-apigw-id': gatewayId(),
    'x-amzn-trace-id': traceId(),
  }
}

/** What the server itself refuses, in the shape of the gateway; the API never gets to see it. */
function serverAnswer(error: unknown, emulation: Emulation): Answer {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return gatewayAnswer(413, 'Request Too Long')
  if (status >= 400 && status < 500) return gatewayAnswer(status, 'Bad Request')
  const internal = { status: 500, errorCode: 'internal_server', message: 'Internal server error' }
  return refusalAnswer(internal, emulation.world.ids.errorId())
}

/** To its routes the two differ in nothing but their encryption, so the type of one does for both. */
function listener(
  options: FastifyServerOptions,
  certificate: Certificate | undefined,
): FastifyInstance {
  if (certificate === undefined) return fastify(options)
  const { key, cert } = certificate
  const secured = { ...options, https: { key, cert } }
  return fastify(secured)
}

/**
 * The HTTP server: bodies stay bytes, errors look like the gateway's, every answer has its headers.
 *
 * @param certificate without it, the server speaks plain HTTP
 */
export function createApp(emulation: Emulation, certificate?: Certificate): FastifyInstance {
  const options: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // A token is looked up, not judged by its length.
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: (error, _request, reply) => {
      reply.headers(gatewayHeaders(emulation.world.ids))
      sendAnswer(reply, serverAnswer(error, emulation))
    },
  }
  const app = listener(options, certificate)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(gatewayHeaders(emulation.world.ids))
    // Of the emulator's time: a client may compare it with the times in the answer, such as `expires`.
    reply.header('date', new Date(emulation.clock.now()).toUTCString())
  })
  app.addHook('onRequest', async (request, reply) => {
    const problem = foreignPageProblem(request, emulation.settings.host)
    if (problem !== undefined) sendAnswer(reply, gatewayAnswer(403, problem))
  })
  app.setErrorHandler((error, _request, reply) => sendAnswer(reply, serverAnswer(error, emulation)))
  return app
}
