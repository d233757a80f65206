import type { FastifyReply } from 'fastify'
import type { Notice } from './notices.js'

/** Back to a part of the page, with a word on what was done; a reload then repeats nothing. */
export function backTo(reply: FastifyReply, notice: Notice, part: string): FastifyReply {
  return reply.redirect(`/?done=${notice}#${part}`, 303)
}
