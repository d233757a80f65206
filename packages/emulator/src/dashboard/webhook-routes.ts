import type { FastifyInstance } from 'fastify'
import type { Control } from '../control.js'
import { formFields } from '../pages/form-fields.js'
import type { Chance, WebhookSettings, WebhookSettingsChange } from '../webhooks/settings.js'
import { backTo } from './back-to.js'

/** A box that stays ticked keeps the probability that it may stand for. */
function chance(field: string, now: Chance): Chance {
  if (field === '') return false
  return now === false ? true : now
}

function changeOf(body: unknown, now: WebhookSettings): WebhookSettingsChange {
  const field = formFields(body)
  const hasAddress = typeof now.url === 'string' || now.url === null
  return {
    ...(hasAddress ? { url: field('url').trim() || null } : {}),
    delayMs: Number(field('delayMs')),
    drop: chance(field('drop'), now.drop),
    duplicate: chance(field('duplicate'), now.duplicate),
    shuffle: field('shuffle') !== '',
    resign: field('resign') !== '',
  }
}

/** What the buttons among the webhooks do. */
export function registerWebhookButtons(
  routes: FastifyInstance,
  { webhooks }: Pick<Control, 'webhooks'>,
): void {
  routes.post<{ Params: { id: string } }>(
    '/dashboard/webhooks/:id/redeliver',
    async (request, reply) => {
      await webhooks.redeliver(request.params.id)
      return backTo(reply, 'redelivered', 'webhooks')
    },
  )
  routes.post('/dashboard/webhooks/settings', (request, reply) => {
    webhooks.configure(changeOf(request.body, webhooks.settings()))
    return backTo(reply, 'configured', 'webhooks')
  })
}
