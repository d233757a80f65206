import type { FastifyInstance } from 'fastify'
import { registerDisputeRoutes } from './control/dispute-routes.js'
import { bodyOf, numberOf } from './control/read-body.js'
import type { ResetOptions } from './control/reset.js'
import { registerWebhookRoutes } from './control/webhook-routes.js'
import type { Control } from './control.js'
import { ControlError } from './control-error.js'
import { ShopperError } from './emulation/shopper.js'
import { FaultError } from './faults/effects.js'
import type { FaultRule } from './faults/rules.js'

interface TokenRoute {
  Params: { token: string }
}

function statusOf(error: unknown): number {
  if (error instanceof ShopperError) return error.reason === 'unknown' ? 404 : 409
  if (error instanceof ControlError) return error.reason === 'unknown' ? 404 : 400
  if (error instanceof FaultError) return 400
  // What the server itself refuses, such as a body that is too large.
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? status : 500
}

/** The routes under `/_emulator`, apart from the imitated API: the functions of `Control` over HTTP. */
export function registerControlPlane(app: FastifyInstance, control: Control): void {
  app.register(
    async (routes) => {
      routes.setErrorHandler((error, _request, reply) => {
        const message = error instanceof Error ? error.message : String(error)
        return reply.code(statusOf(error)).send({ error: message })
      })
      routes.setNotFoundHandler((_request, reply) =>
        reply.code(404).send({ error: 'No such control route; the README lists them' }),
      )
      routes.post('/reset', (request) => {
        // The control checks what it is given, whoever it comes from.
        control.reset(bodyOf(request, ['seed', 'options']) as ResetOptions)
        return { reset: true }
      })
      routes.get('/orders', () => control.orders())
      routes.get<TokenRoute>('/orders/:token', (request) => control.order(request.params.token))
      routes.post<TokenRoute>('/orders/:token/approve', (request) =>
        control.approve(request.params.token, bodyOf(request, ['force']) as { force?: boolean }),
      )
      routes.post<TokenRoute>('/orders/:token/decline', (request) =>
        control.decline(request.params.token, bodyOf(request, ['reason']) as { reason?: string }),
      )
      routes.post<TokenRoute>('/orders/:token/cancel', (request) =>
        control.cancel(request.params.token),
      )
      routes.post<TokenRoute>('/orders/:token/expire', (request) =>
        control.expire(request.params.token),
      )
      registerDisputeRoutes(routes, control.disputes)
      registerWebhookRoutes(routes, control.webhooks)
      routes.get('/ledger', () => control.ledger())
      routes.get('/clock', () => control.clock.now())
      routes.post('/clock/advance', (request) =>
        control.clock.advance(
          numberOf(bodyOf(request, ['milliseconds']).milliseconds, 'milliseconds'),
        ),
      )
      routes.get('/faults', () => control.faults.list())
      // The rules check what they are given, whoever it comes from.
      routes.post('/faults', (request) =>
        control.faults.add(bodyOf(request) as unknown as FaultRule),
      )
      routes.delete('/faults', () => {
        control.faults.clear()
        return { cleared: true }
      })
      routes.delete<{ Params: { id: string } }>('/faults/:id', (request) => {
        control.faults.remove(request.params.id)
        return { removed: request.params.id }
      })
      routes.get('/requests', () => control.requests())
    },
    { prefix: '/_emulator' },
  )
}
