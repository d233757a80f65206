import { createServer } from 'node:http'
import type { WebhookReceiver, WebhookReply } from '@scalapay-kit/core/webhooks'

/** A receiver behind a real server. */
export interface ServedReceiver extends AsyncDisposable {
  url: string
  /** What was answered, in the order of the answers. */
  replies: WebhookReply[]
}

/** Serves a receiver on loopback: it gets the bytes as they arrive, and its reply goes out as it is. */
export async function serveReceiver(receiver: WebhookReceiver): Promise<ServedReceiver> {
  const replies: WebhookReply[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { headers } = request
    const reply = await receiver.receive({ rawBody: Buffer.concat(chunks), headers })
    replies.push(reply)
    response.writeHead(reply.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhooks/scalapay`,
    replies,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
