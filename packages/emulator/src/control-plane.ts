import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Control, ControlError } from './control.js'
import { FaultError } from './faults/effects.js'
import type { FaultRule } from './faults/rules.js'
import { ShopperError } from './state/shopper.js'

interface TokenRoute {
  Params: { token: string }
}

/** The JSON object of a request; no body counts as an empty one. */
function bodyOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
  let body: unknown
  try {
    body = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new ControlError('The body is not JSON; send an object')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ControlError('The body must be a JSON object')
  }
  return { ...body }
}

function numberOf(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new ControlError(`${name} must be a number`)
  return value
}

function statusOf(error: unknown): number {
  if (error instanceof ShopperError) return error.reason === 'unknown' ? 404 : 409
  return error instanceof FaultError || error instanceof ControlError ? 400 : 500
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
        const { seed } = bodyOf(request)
        control.reset(seed === undefined ? {} : { seed: numberOf(seed, 'seed') })
        return { reset: true }
      })
      routes.get('/orders', () => control.orders())
      routes.get<TokenRoute>('/orders/:token', (request) => control.order(request.params.token))
      routes.post<TokenRoute>('/orders/:token/approve', (request) =>
        control.approve(request.params.token),
      )
      routes.post<TokenRoute>('/orders/:token/decline', (request) =>
        control.decline(request.params.token),
      )
      routes.post<TokenRoute>('/orders/:token/cancel', (request) =>
        control.cancel(request.params.token),
      )
      routes.get('/ledger', () => control.ledger())
      routes.get('/clock', () => control.clock.now())
      routes.post('/clock/advance', (request) =>
        control.clock.advance(numberOf(bodyOf(request).milliseconds, 'milliseconds')),
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
      routes.get('/requests', () => control.requests())
    },
    { prefix: '/_emulator' },
  )
}
