import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Emulation } from '../emulation/emulation.js'
import { choose, closedReason, findOrder, outcomeOf, ShopperError } from '../emulation/shopper.js'
import { type CardForm, type CardProblem, cardOutcome, checkCard, filledForm } from './cards.js'
import { checkoutPage } from './checkout-page.js'
import { CLOSED_STATUS, closedPage } from './closed-page.js'
import { formFields } from './form-fields.js'
import { chooseLanguage, type Language } from './language.js'
import { PAGE_HEADERS } from './layout.js'
import { isOutcome, OUTCOMES, type Outcome } from './outcomes.js'
import { tabClosedPage } from './tab-closed-page.js'

interface CheckoutRoute {
  Params: { token: string }
  Querystring: Readonly<Record<string, unknown>>
}

type CheckoutRequest = FastifyRequest<CheckoutRoute>

function sendPage(reply: FastifyReply, status: number, page: string) {
  return reply.code(status).headers(PAGE_HEADERS).send(page)
}

function languageOf(request: CheckoutRequest): Language {
  return chooseLanguage(request.query.lang, request.headers['accept-language'])
}

function cardFormOf(body: unknown): CardForm {
  const field = formFields(body)
  return { cardNumber: field('cardNumber'), expiry: field('expiry'), cvv: field('cvv') }
}

/**
 * Makes an outcome happen.
 *
 * @returns where the browser goes: to the shop, or to a page of its own, so that a reload sends nothing.
 */
function perform(emulation: Emulation, request: CheckoutRequest, outcome: Outcome): string {
  const { token } = request.params
  const page = `/checkout/${token}?lang=${languageOf(request)}`
  switch (outcome) {
    case 'approve':
      return choose(emulation, token, 'approve').redirectUrl
    case 'approve-and-close':
      choose(emulation, token, 'approve')
      return `${page}&closed=1`
    case 'decline':
      choose(emulation, token, 'decline', formFields(request.body)('reason').trim() || undefined)
      return page
    case 'expire':
      choose(emulation, token, 'expire')
      return page
    case 'close':
      return closedReason(findOrder(emulation, token).order) === undefined
        ? `${page}&closed=1`
        : page
  }
}

/** The hosted checkout. */
export function registerCheckout(app: FastifyInstance, emulation: Emulation): void {
  const { clock } = emulation

  function sendClosed(
    request: CheckoutRequest,
    reply: FastifyReply,
    reason: ShopperError['reason'],
  ) {
    const { token } = request.params
    const order = reason === 'unknown' ? {} : { order: findOrder(emulation, token).order }
    const page = closedPage({ token, reason, ...order, language: languageOf(request) })
    return sendPage(reply, CLOSED_STATUS[reason], page)
  }

  function sendCheckout(
    request: CheckoutRequest,
    reply: FastifyReply,
    form: CardForm,
    problems: readonly CardProblem[],
  ) {
    const { merchant, order } = findOrder(emulation, request.params.token)
    const reason = closedReason(order)
    if (reason !== undefined) return sendClosed(request, reply, reason)
    const now = clock.now()
    const { webhooks } = emulation.world
    const previews = (['approve', 'decline', 'expire'] as const).map((outcome) => ({
      outcome,
      webhooks: webhooks.preview(merchant.key, order, outcomeOf(order, outcome, now)),
    }))
    const view = { order, language: languageOf(request), now, form, problems, previews }
    return sendPage(reply, problems.length === 0 ? 200 : 422, checkoutPage(view))
  }

  app.register(async (routes) => {
    routes.register(formbody)
    routes.setErrorHandler<Error>((error, request, reply) => {
      if (!(error instanceof ShopperError)) throw error
      return sendClosed(request as CheckoutRequest, reply, error.reason)
    })

    routes.get<CheckoutRoute>('/checkout/:token', (request, reply) => {
      const { card, closed } = request.query
      if (closed !== undefined) {
        const { order } = findOrder(emulation, request.params.token)
        const reason = closedReason(order)
        if (reason === undefined || reason === 'completed') {
          return sendPage(reply, 200, tabClosedPage(order, languageOf(request)))
        }
      }
      const form = filledForm(typeof card === 'string' ? card : undefined, clock.now())
      return sendCheckout(request, reply, form, [])
    })
    routes.post<CheckoutRoute>('/checkout/:token/pay', (request, reply) => {
      const form = cardFormOf(request.body)
      const problems = checkCard(form, clock.now())
      // The code is not shown again: nobody should get used to a page that repeats it.
      if (problems.length > 0) return sendCheckout(request, reply, { ...form, cvv: '' }, problems)
      const outcome = cardOutcome(form.cardNumber) === 'approve' ? 'approve' : 'decline'
      return reply.redirect(perform(emulation, request, outcome), 303)
    })
    routes.post<CheckoutRoute>('/checkout/:token/outcome', (request, reply) => {
      const outcome = formFields(request.body)('outcome')
      if (isOutcome(outcome)) return reply.redirect(perform(emulation, request, outcome), 303)
      return reply.code(400).send({ error: `outcome must be one of ${OUTCOMES.join(', ')}` })
    })
    routes.post<CheckoutRoute>('/checkout/:token/cancel', (request, reply) =>
      reply.redirect(choose(emulation, request.params.token, 'cancel').redirectUrl, 303),
    )
  })
}
