import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, json } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { signedDelivery } from '../../src/testing.js'
import { createWebhookReceiver, type WebhookEvent } from '../../src/webhooks.js'
import { KEY } from './deliveries.js'

/** A plain Node server: it fetches the bytes, calls the receiver and writes the answer, as every adapter does. */
async function startServer() {
  const events: WebhookEvent[] = []
  const receiver = createWebhookReceiver({
    apiKeys: KEY,
    on: { '*': (event) => events.push(event) },
  })
  const server = createServer(async (incoming, response) => {
    const rawBody = await buffer(incoming)
    const { status, body } = await receiver.receive({ rawBody, headers: incoming.headers })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, events }
}

type HeaderLines = [name: string, value: string][]

async function post(url: string, headers: HeaderLines, body: string | Buffer) {
  // As a flat list, Node sends the lines as they are, and none of its own.
  const own = ['Host', new URL(url).host, 'Content-Length', String(Buffer.byteLength(body))]
  const outgoing = request(url, { method: 'POST', headers: [...own, ...headers.flat()] })
  outgoing.end(body)
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage]
  return { status: response.statusCode, body: await json(response) }
}

describe('behind a Node server', () => {
  const upper = (lines: HeaderLines) =>
    lines.map(([n, v]): [string, string] => [n.toUpperCase(), v])

  it.each<[string, (lines: HeaderLines) => HeaderLines]>([
    ['as Scalapay sends it', (lines) => lines],
    ['with its header names in upper case', upper],
  ])(
    'S39 not 200, S40 header case: a delivery %s is answered with exactly 200',
    async (_how, change) => {
      const { url, events } = await startServer()
      const { headers, rawBody } = await signedDelivery('charged', { apiKey: KEY })
      const reply = await post(url, change(Object.entries(headers)), rawBody)
      expect(reply).toEqual({ status: 200, body: { received: true } })
      expect(events).toMatchObject([{ status: 'charged', orderToken: '21KLT3YDWT' }])
    },
  )

  it.each(['x-scalapay-hmac-v1', 'x-scalapay-timestamp'])(
    'S40 header shape: a delivery with %s twice is answered with 400 and no stack',
    async (name) => {
      const { url, events } = await startServer()
      const { headers, rawBody } = await signedDelivery('charged', { apiKey: KEY })
      const lines = Object.entries(headers)
      const reply = await post(url, [...lines, ...lines.filter(([n]) => n === name)], rawBody)
      expect(reply).toEqual({ status: 400, body: { received: false, reason: 'malformed-header' } })
      expect(events).toEqual([])
    },
  )
})
