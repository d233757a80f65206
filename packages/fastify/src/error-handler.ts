import { STATUS_CODES } from 'node:http'
import { httpAnswerTo, isScalapayError } from '@scalapay-kit/core'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Answers a failed call of Scalapay with a fitting status, and a body of Fastify's usual form from which nothing internal
 * can be learned; the error itself goes to the log of the request. Every other error is thrown on, to the handler around.
 *
 * @example app.setErrorHandler(scalapayErrorHandler)
 *
 * @throws every error that is not one of Scalapay's
 */
export function scalapayErrorHandler(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (!isScalapayError(error)) throw error
  const { statusCode, message, retryAfter } = httpAnswerTo(error)
  const level = statusCode >= 500 ? 'error' : 'warn'
  request.log[level]({ module: 'scalapay', err: error }, 'call of Scalapay failed')
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter)
  return reply.code(statusCode).send({ statusCode, error: STATUS_CODES[statusCode], message })
}
