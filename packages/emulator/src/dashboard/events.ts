import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Changes } from '../state/changes.js'

/** Many changes within this time are told as one: a load test must not become one of the dashboard. */
const PAUSE_MS = 100

/** More dashboards than anybody has open; beyond it a stream would only be a leak. */
const MOST_STREAMS = 50

/** `GET /_emulator/events`: server-sent events named `change`, whenever there is something new to read. */
export function registerEvents(app: FastifyInstance, changes: Changes): void {
  const streams = new Set<ServerResponse>()
  let timer: NodeJS.Timeout | undefined

  function tell(): void {
    timer = undefined
    for (const stream of streams) {
      // Whoever reads too slowly has a change waiting already.
      if (!stream.writableNeedDrain) stream.write('event: change\ndata: {}\n\n')
    }
  }

  const unwatch = changes.watch(() => {
    if (streams.size > 0) timer ??= setTimeout(tell, PAUSE_MS).unref()
  })
  app.addHook('onClose', async () => {
    unwatch()
    clearTimeout(timer)
  })

  app.get('/_emulator/events', (_request, reply) => {
    if (streams.size >= MOST_STREAMS) {
      reply.code(503).send({ error: `More than ${MOST_STREAMS} streams: close some` })
      return
    }
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    // A browser counts the stream as open, and may miss nothing from here on, once it has read something.
    stream.write('retry: 1000\n\n')
    streams.add(stream)
    stream.on('close', () => streams.delete(stream))
  })
}
