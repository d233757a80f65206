import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Control } from '../control.js'
import { ControlError } from '../control-error.js'
import type { Emulation } from '../emulation/emulation.js'
import { FaultError } from '../faults/effects.js'
import type { FaultRule } from '../faults/rules.js'
import { formFields } from '../pages/form-fields.js'
import { LIVE_PAGE_HEADERS } from '../pages/layout.js'
import { backTo } from './back-to.js'
import { noticeText } from './notices.js'
import { type DashboardNotice, dashboardPage } from './page.js'
import { sampleOrder } from './sample-order.js'
import { registerWebhookButtons } from './webhook-routes.js'

interface IdRoute {
  Params: { id: string }
}

function faultRule(body: unknown): FaultRule {
  const field = formFields(body)
  const [operation, times] = [field('operation'), field('times')]
  // The rules check what they are given, whoever it comes from.
  return {
    match: {
      ...(operation === '' ? {} : { operation }),
      ...(times === '' ? {} : { times: Number(times) }),
    },
    effect: field('effect'),
  } as FaultRule
}

/** The dashboard at `/`, and what its buttons do. */
export function registerDashboard(
  app: FastifyInstance,
  emulation: Emulation,
  control: Control,
): void {
  function sendDashboard(reply: FastifyReply, status: number, notice: DashboardNotice) {
    const page = dashboardPage(control, emulation, notice)
    return reply.code(status).headers(LIVE_PAGE_HEADERS).send(page)
  }

  app.register(async (routes) => {
    routes.register(formbody)
    routes.setErrorHandler<Error>((error, _request, reply) => {
      if (!(error instanceof FaultError || error instanceof ControlError)) throw error
      return sendDashboard(reply, 422, { problem: error.message })
    })

    routes.get<{ Querystring: { done?: unknown } }>('/', (request, reply) =>
      sendDashboard(reply, 200, { text: noticeText(request.query.done) }),
    )
    routes.post('/dashboard/orders', async (_request, reply) => {
      // By the front door, so that the call is in the log with its body and its answer.
      const answer = await app.inject({
        method: 'POST',
        url: '/v2/orders',
        headers: { authorization: `Bearer ${emulation.settings.merchantKeys[0]}` },
        payload: sampleOrder(emulation.url),
      })
      if (answer.statusCode === 200) return backTo(reply, 'created', 'orders')
      const problem = `The order was refused with status ${answer.statusCode}: see the latest request.`
      return sendDashboard(reply, 422, { problem })
    })
    registerWebhookButtons(routes, control)
    routes.post('/dashboard/faults', (request, reply) => {
      control.faults.add(faultRule(request.body))
      return backTo(reply, 'fault-on', 'faults')
    })
    routes.post<IdRoute>('/dashboard/faults/:id/remove', (request, reply) => {
      control.faults.remove(request.params.id)
      return backTo(reply, 'fault-off', 'faults')
    })
    routes.post('/dashboard/faults/clear', (_request, reply) => {
      control.faults.clear()
      return backTo(reply, 'faults-off', 'faults')
    })
    routes.post('/dashboard/clock/advance', async (request, reply) => {
      const milliseconds = formFields(request.body)('milliseconds')
      await control.clock.advance(milliseconds === '' ? Number.NaN : Number(milliseconds))
      return backTo(reply, 'advanced', 'clock')
    })
    routes.post('/dashboard/reset', (_request, reply) => {
      control.reset()
      return backTo(reply, 'reset', 'orders')
    })
  })
}
