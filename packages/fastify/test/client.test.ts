import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import scalapay from '../src/index.js'

const KEY = 'qhtfs87hjnc12kkos'

let api: Server
let app: FastifyInstance
let lines: string[]
let baseUrl: string

beforeEach(async () => {
  lines = []
  api = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"token":"T1","status":"created","totalAmount":{"amount":1,"currency":"EUR"}}')
  })
  // Otherwise the server would close idle connections by itself, whether or not the plugin does.
  api.keepAliveTimeout = 0
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  app = Fastify({
    logger: { level: 'debug', stream: { write: (line: string) => lines.push(line) } },
  })
})

afterEach(async () => {
  await app.close()
  api.closeAllConnections()
  await new Promise((resolve) => api.close(resolve))
})

it("logs requests through the app's logger, as module scalapay, without the key", async () => {
  await app.register(scalapay, { apiKey: KEY, environment: 'emulator', baseUrl })
  await app.scalapay.orders.get('T1')
  const entries = lines.map((line) => JSON.parse(line))
  expect(entries).toContainEqual(
    expect.objectContaining({ module: 'scalapay', operation: 'getOrder' }),
  )
  expect(lines.join('')).not.toContain(KEY)
})

it('leaves logging to a logger given in the options', async () => {
  const messages: string[] = []
  const note = (_fields: object, message: string) => messages.push(message)
  const logger = { debug: note, info: note, warn: note, error: note }
  await app.register(scalapay, { apiKey: KEY, environment: 'emulator', baseUrl, logger })
  await app.scalapay.orders.get('T1')
  expect(messages).toHaveLength(1)
  expect(lines.join('')).not.toContain('getOrder')
})

it('drops idle connections when the app closes, so that the process can end', async () => {
  const closed = new Promise((resolve) =>
    api.once('connection', (socket) => socket.once('close', () => resolve('closed'))),
  )
  await app.register(scalapay, { apiKey: KEY, environment: 'emulator', baseUrl })
  await app.scalapay.orders.get('T1')
  await app.close()
  expect(await closed).toBe('closed')
})
