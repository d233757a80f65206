import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** A delivery as it was on the wire. */
export interface ReceivedDelivery {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The `status` in the body. */
  readonly event: unknown
  readonly token: unknown
}

/** What the merchant's server does with a delivery: a status, or anything. */
export type Reaction =
  | number
  | ((response: ServerResponse, delivery: ReceivedDelivery) => void | Promise<void>)

/** The merchant's server. */
export interface Receiver {
  readonly url: string
  readonly received: readonly ReceivedDelivery[]
  /** The events as they came. */
  readonly events: () => unknown[]
}

/** Starts a server that reacts to deliveries as scripted, the last reaction for all that follow. */
export async function runReceiver(...script: Reaction[]): Promise<Receiver> {
  const received: ReceivedDelivery[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const { status: event, orderToken: token } = JSON.parse(body)
    const { method = '', url: path = '', headers } = request
    const delivery = { method, path, headers, body, event, token }
    received.push(delivery)
    const reaction = script[Math.min(received.length, script.length) - 1] ?? 200
    if (typeof reaction === 'number') response.writeHead(reaction).end()
    else await reaction(response, delivery)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhooks/scalapay`,
    received,
    events: () => received.map(({ event }) => event),
  }
}
