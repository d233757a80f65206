import type { FastifyReply } from 'fastify'
import type { Answer } from '../answer.js'
import type { FaultEffect } from '../faults/effects.js'
import type { Pauses } from './pauses.js'

const DRIP_INTERVAL_MS = 1_000

function writeHead(reply: FastifyReply, answer: Answer, length: number): void {
  reply.hijack()
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...answer.headers })) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  reply.raw.setHeader('content-length', length)
  reply.raw.writeHead(answer.status)
}

/** Sends an answer as it is. */
export function sendAnswer(reply: FastifyReply, answer: Answer): void {
  const bytes = Buffer.from(answer.body)
  writeHead(reply, answer, bytes.length)
  reply.raw.end(bytes)
}

/** Ends the connection without an answer: the other side sees a reset. */
export function dropConnection(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.socket?.resetAndDestroy()
}

/** Promises the whole body, sends half of it, and hangs up. */
function truncate(reply: FastifyReply, answer: Answer): void {
  const bytes = Buffer.from(answer.body)
  writeHead(reply, answer, bytes.length)
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    reply.raw.socket?.destroy()
  })
}

/** Headers at once, then the body one byte at a time. */
async function drip(
  reply: FastifyReply,
  answer: Answer,
  intervalMs: number,
  { pause }: Pauses,
): Promise<void> {
  const bytes = Buffer.from(answer.body)
  writeHead(reply, answer, bytes.length)
  reply.raw.flushHeaders()
  for (const byte of bytes) {
    await pause(intervalMs)
    if (reply.raw.destroyed) return
    reply.raw.write(Buffer.of(byte))
  }
  reply.raw.end()
}

/** Sends an answer with its body spoilt. */
export async function sendDamaged(
  reply: FastifyReply,
  answer: Answer,
  effect: FaultEffect,
  pauses: Pauses,
): Promise<void> {
  switch (effect.body) {
    case 'truncate':
      return truncate(reply, answer)
    case 'malformed-json':
      // One character short of JSON, with a Content-Length that fits: only a parser can notice.
      return sendAnswer(reply, { ...answer, body: answer.body.slice(0, -1) })
    case 'empty-body':
      return sendAnswer(reply, { ...answer, body: '' })
    case 'drip':
      return drip(reply, answer, effect.intervalMs ?? DRIP_INTERVAL_MS, pauses)
    default:
      return sendAnswer(reply, answer)
  }
}
