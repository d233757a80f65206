import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Lets go of requests whose body is still on its way when the app closes. Fastify waits for every request, and Node's own
 * `requestTimeout` no longer runs by then, so that a sender who stalls would keep the app from ever closing. Nothing is
 * lost: Scalapay sends again what was not answered.
 */
export function dropStalledBodies(scope: FastifyInstance): void {
  const arriving = new Set<FastifyRequest>()
  scope.addHook('preParsing', async (request) => {
    arriving.add(request)
  })
  const forget = async (request: FastifyRequest) => {
    arriving.delete(request)
  }
  scope.addHook('preValidation', forget)
  scope.addHook('onResponse', forget)
  scope.addHook('preClose', async () => {
    for (const { raw } of arriving) raw.destroy()
  })
}
