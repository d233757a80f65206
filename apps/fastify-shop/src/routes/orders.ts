import { eur, isScalapayError, type Money } from '@scalapay-kit/core'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { isRefundReference } from '../domain/ids.js'
import {
  type OrderStatus,
  refundableAmount,
  type ShopOrder,
  type UnpaidState,
} from '../domain/order.js'
import { type OrderNotice, type OrderPage, orderPage } from '../views/order.js'
import { unpaidPage, unpaidTitle } from '../views/payment.js'

interface OrderParams {
  Params: { id: string }
}

const UNPAID: Readonly<Record<Exclude<OrderStatus, 'paid'>, UnpaidState>> = {
  open: 'pending',
  unknown: 'checking',
  declined: 'declined',
  expired: 'expired',
  voided: 'voided',
}

const notice = {
  type: 'string',
  enum: ['paid-now', 'already-paid', 'refunded', 'refund-under-way'],
}
const text = { type: 'string', minLength: 1, maxLength: 100 }

/** The page of an order. Its id is unguessable, which is what guards the page. */
export const orderRoutes: FastifyPluginAsync = async (app) => {
  app.get<OrderParams & { Querystring: { notice?: OrderNotice } }>(
    '/orders/:id',
    { schema: { querystring: { type: 'object', properties: { notice } } } },
    async (request, reply) => {
      const order = await app.orders.byId(request.params.id)
      if (order === undefined) return reply.callNotFound()
      if (order.status !== 'paid') {
        const state = UNPAID[order.status]
        return reply.page(unpaidTitle(state), unpaidPage(state, order))
      }
      return showOrder(reply, order, request.query)
    },
  )

  app.post<OrderParams & { Body: { refundReference: string; amount: string } }>(
    '/orders/:id/refunds',
    {
      schema: {
        body: {
          type: 'object',
          required: ['refundReference', 'amount'],
          properties: { refundReference: text, amount: text },
        },
      },
    },
    async (request, reply) => {
      const order = await app.orders.byId(request.params.id)
      if (order === undefined) return reply.callNotFound()
      const { refundReference } = request.body
      const amount = readAmount(request.body.amount)
      if (amount === undefined || !isRefundReference(refundReference, order.merchantReference)) {
        return showAgain(reply.code(422), order, {
          amountProblem: 'Write the amount in euro, for example 19.90.',
        })
      }

      const start = await app.orders.startRefund(order.id, refundReference, amount)
      if (start === 'refused') {
        const left = refundableAmount(order).amount
        return showAgain(reply.code(422), order, {
          amountProblem: `Write an amount above 0 and up to the ${left} that is left.`,
        })
      }
      if (start === 'under-way') {
        return reply.redirect(`/orders/${order.id}?notice=refund-under-way`, 303)
      }
      if (start !== 'known') {
        const problem = await refund(order, refundReference, amount, start === 'resend')
        if (problem !== undefined) return showAgain(reply.code(502), order, { problem })
      }
      return reply.redirect(`/orders/${order.id}?notice=refunded`, 303)
    },
  )

  /** @returns what went wrong, in the shopkeeper's words */
  async function refund(
    order: ShopOrder,
    reference: string,
    refundAmount: Money,
    isResend: boolean,
  ): Promise<string | undefined> {
    if (order.checkout === undefined) throw new Error('A paid order without a checkout token.')
    try {
      await app.scalapay.payments.refund(order.checkout.token, {
        refundAmount,
        merchantRefundReference: reference,
        merchantReference: order.merchantReference,
      })
      await app.orders.endRefund(order.id, reference, 'done')
      return undefined
    } catch (error) {
      app.log.error({ err: error, refund: reference }, 'refund not confirmed')
      // That a repetition failed says nothing about the first attempt, whose answer is still missing.
      const didNothing = !isResend && isScalapayError(error) && error.outcome !== 'unknown'
      await app.orders.endRefund(order.id, reference, didNothing ? undefined : 'unknown')
      if (!isScalapayError(error)) throw error
      return didNothing
        ? 'Scalapay did not make this refund. No money moved; please try again in a moment.'
        : "Scalapay's answer did not reach us, so the refund may have been made. “Check again” finds out, and never refunds twice."
    }
  }

  /** The order as it is after a refund that was not done. */
  async function showAgain(
    reply: FastifyReply,
    order: ShopOrder,
    problem: Pick<OrderPage, 'problem' | 'amountProblem'>,
  ) {
    return showOrder(reply, (await app.orders.byId(order.id)) ?? order, problem)
  }

  function showOrder(
    reply: FastifyReply,
    order: ShopOrder,
    extra: Pick<OrderPage, 'notice' | 'problem' | 'amountProblem'>,
  ) {
    const refundReference = app.ids.refundReference(order.merchantReference)
    return reply.page('Your order', orderPage({ order, refundReference, ...extra }))
  }
}

function readAmount(typed: string): Money | undefined {
  try {
    return eur(typed.trim())
  } catch {
    return undefined
  }
}
