import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, json } from 'node:stream/consumers'
import { createWebhookReceiver } from '@scalapay-kit/core/webhooks'
import { describeWebhookContract, overHttp } from '../src/index.js'
import type { BootWebhooks } from '../src/webhooks/boot.js'

/** The smallest adapter there can be, by which the contract itself is tested. */
const boot: BootWebhooks = async (accounts) => {
  const receivers = new Map(
    accounts.map(({ webhooks: { path, ...options } }) => [path, createWebhookReceiver(options)]),
  )
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/echo') return answer(200, { echo: await json(request) })
    const receiver = receivers.get(request.url ?? '')
    if (receiver === undefined) return answer(404, {})
    const rawBody = await buffer(request)
    const { status, body } = await receiver.receive({ rawBody, headers: request.headers })
    return answer(status, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    send: overHttp(`http://127.0.0.1:${port}`),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await Promise.all([...receivers.values()].map((receiver) => receiver.drain()))
    },
  }
}

describeWebhookContract('a plain Node server', boot)
