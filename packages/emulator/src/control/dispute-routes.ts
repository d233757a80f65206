import type { FastifyInstance } from 'fastify'
import type { DisputeControl, DisputeOpening, DisputeResolution } from './disputes.js'
import { bodyOf } from './read-body.js'

interface TokenRoute {
  Params: { token: string }
}

const OPENING = ['reason', 'amountInCents', 'status', 'merchantDisputeReference']

/** The functions of `DisputeControl` over HTTP; they check what they are given, whoever it comes from. */
export function registerDisputeRoutes(routes: FastifyInstance, disputes: DisputeControl): void {
  routes.get('/disputes', () => disputes.list())
  routes.post<TokenRoute>('/orders/:token/disputes', (request) =>
    disputes.open(request.params.token, bodyOf(request, OPENING) as DisputeOpening),
  )
  routes.post<TokenRoute>('/disputes/:token/resolve', (request) =>
    disputes.resolve(
      request.params.token,
      bodyOf(request, ['status', 'reason']) as unknown as DisputeResolution,
    ),
  )
}
