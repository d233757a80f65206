import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Control } from '../control.js'
import type { Emulation } from '../state/emulation.js'
import { choose, closedReason, findOrder, ShopperError } from '../state/shopper.js'
import { type CardForm, type CardProblem, cardOutcome, checkCard, filledForm } from './cards.js'
import { checkoutPage } from './checkout-page.js'
import { CLOSED_STATUS, closedPage } from './closed-page.js'
import { homePage } from './home-page.js'
import { chooseLanguage, type Language } from './language.js'
import { PAGE_HEADERS } from './layout.js'
import { stylesheet } from './stylesheet.js'

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

/** The card form as it came; what is missing or given twice counts as empty. */
function cardFormOf(body: unknown): CardForm {
  const fields: Readonly<Record<string, unknown>> =
    typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? { ...body } : {}
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  return { cardNumber: text('cardNumber'), expiry: text('expiry'), cvv: text('cvv') }
}

/** The hosted checkout, and the page at `/`. */
export function registerPages(app: FastifyInstance, emulation: Emulation, control: Control): void {
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
    const { order } = findOrder(emulation, request.params.token)
    const reason = closedReason(order)
    if (reason !== undefined) return sendClosed(request, reply, reason)
    const view = { order, language: languageOf(request), now: clock.now(), form, problems }
    return sendPage(reply, problems.length === 0 ? 200 : 422, checkoutPage(view))
  }

  app.register(async (routes) => {
    routes.register(formbody)
    routes.setErrorHandler<Error>((error, request, reply) => {
      if (!(error instanceof ShopperError)) throw error
      return sendClosed(request as CheckoutRequest, reply, error.reason)
    })

    routes.get('/', (_request, reply) =>
      sendPage(reply, 200, homePage(control, emulation.settings)),
    )
    routes.get('/assets/style.css', (_request, reply) =>
      reply.header('content-type', 'text/css; charset=utf-8').send(stylesheet),
    )
    routes.get<CheckoutRoute>('/checkout/:token', (request, reply) => {
      const { card } = request.query
      const form = filledForm(typeof card === 'string' ? card : undefined, clock.now())
      return sendCheckout(request, reply, form, [])
    })
    routes.post<CheckoutRoute>('/checkout/:token/pay', (request, reply) => {
      const { token } = request.params
      const form = cardFormOf(request.body)
      const problems = checkCard(form, clock.now())
      // The code is not shown again: nobody should get used to a page that repeats it.
      if (problems.length > 0) return sendCheckout(request, reply, { ...form, cvv: '' }, problems)
      if (cardOutcome(form.cardNumber) === 'approve') {
        return reply.redirect(choose(emulation, token, 'approve').redirectUrl, 303)
      }
      choose(emulation, token, 'decline')
      // A page of its own, so that a reload shows it again and sends nothing.
      return reply.redirect(`/checkout/${token}?lang=${languageOf(request)}`, 303)
    })
    routes.post<CheckoutRoute>('/checkout/:token/cancel', (request, reply) =>
      reply.redirect(choose(emulation, request.params.token, 'cancel').redirectUrl, 303),
    )
  })
}
