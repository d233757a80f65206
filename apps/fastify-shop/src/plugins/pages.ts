import { isScalapayError } from '@scalapay-kit/core'
import type { FastifyError, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import {
  type Html,
  layout,
  type Page,
  type Problem,
  piecesIn,
  problemPage,
  problems,
} from 'storefront'

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page in the shop's frame. */
    page(title: string, content: Html): Promise<FastifyReply>
    /** Sends a page that says what is wrong and where to go from there. */
    problem(statusCode: number, problem: Problem): Promise<FastifyReply>
  }
}

/** Pages for answers, errors and unknown addresses. */
export const pages = fp(
  async (app) => {
    app.decorateReply('page', async function (this: FastifyReply, title: string, content: Html) {
      const pieces = piecesIn(await app.shop.carts.read(this.request.cartId))
      return send(this, { title, content, pieces })
    })

    app.decorateReply('problem', function (this: FastifyReply, statusCode, problem) {
      return this.code(statusCode).page(problem.title, problemPage(problem))
    })

    app.setNotFoundHandler((_request, reply) => reply.problem(404, problems.notFound))

    app.setErrorHandler((error: FastifyError, request, reply) => {
      if (error.statusCode !== undefined && error.statusCode < 500 && !isScalapayError(error)) {
        return reply.problem(error.statusCode, problems.unreadableForm)
      }
      request.log.error({ err: error }, 'request failed')
      // Without the number of pieces: it may be the store of the carts that has failed.
      const { failure } = problems
      return send(reply.code(500), { title: failure.title, content: problemPage(failure) })
    })
  },
  { name: 'pages', dependencies: ['shop', 'cart-cookie'] },
)

function send(reply: FastifyReply, page: Page): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(layout(page).toString())
}
