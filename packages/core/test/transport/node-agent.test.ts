import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import http, { Agent, type ClientRequest, createServer } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { pooledAgent, type TlsSettings } from '../../src/transport/node-agent.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, startScript } from '../support/scripted-server.js'

const approved = json(200, { token: 'T1', status: 'APPROVED' })

/** Node's own, which tools that record or answer requests replace for all agents. */
const prototype = Agent.prototype as unknown as {
  addRequest: (request: ClientRequest, options: object) => void
}

describe('a tool that takes the place of the method by which agents get requests', () => {
  it('gets those of a client that has idle connections too, and no longer when it is gone', async () => {
    const server = await startScript(approved)
    const client = clientFor(server.url)
    await client.orders.get('T1')
    const tool = vi.spyOn(prototype, 'addRequest')
    onTestFinished(() => tool.mockRestore())
    await client.orders.get('T1')
    expect(tool).toHaveBeenCalledTimes(1)
    expect(server.connections()).toBe(2)
    tool.mockRestore()
    await client.orders.get('T1')
    await client.orders.get('T1')
    expect(server.connections()).toBe(3)
  })

  it('leaves no connection open after close()', async () => {
    const server = await startScript(approved)
    const { agent, close } = pooledAgent(http, undefined)
    const tool = vi.spyOn(prototype, 'addRequest')
    onTestFinished(() => tool.mockRestore())
    await new Promise((resolve) => {
      http.get(server.url, { agent }, (incoming) => incoming.resume().on('close', resolve))
    })
    await new Promise((resolve) => setImmediate(resolve))
    const idle = Object.values(agent.freeSockets).flat()
    expect(idle).toHaveLength(1)
    close()
    expect(idle[0]?.destroyed).toBe(true)
  })

  it.each<[string, Parameters<typeof pooledAgent>[0], TlsSettings | undefined, object]>([
    ['plain HTTP', http, undefined, {}],
    [
      'TLS',
      https,
      { ca: ['a certificate'], minVersion: 'TLSv1.2', rejectUnauthorized: true },
      { ca: ['a certificate'], minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ],
  ])(
    'finds in its options all that connections over %s are made with',
    (_what, module, tls, all) => {
      const { options } = pooledAgent(module, tls).agent as unknown as { options: object }
      expect(options).toMatchObject({ keepAlive: true, maxSockets: 64, ...all })
    },
  )
})

it('what happens to a kept connection is not told in the context of the request that opened it', async () => {
  const server = await startScript(approved, drop)
  const client = clientFor(server.url, { retry: false })
  const context = new AsyncLocalStorage<string>()
  const told: (string | undefined)[] = []
  const note = () => told.push(context.getStore())
  subscribe('http.client.request.error', note)
  onTestFinished(() => {
    unsubscribe('http.client.request.error', note)
  })
  await context.run("one shopper's", () => client.orders.get('T1'))
  await context.run("another shopper's", () => failureOf(client.orders.get('T1')))
  expect(server.connections()).toBe(1)
  expect(told).toEqual([undefined])
})

it('a connection whose server answered without reading the whole request is closed', async () => {
  const closed: Promise<unknown>[] = []
  const server = createServer((request, response) => {
    // What it has not read stays on the way.
    request.pause()
    response.writeHead(413, { 'content-length': 2 }).end('{}')
  })
  server.on('connection', (socket: Socket) => {
    closed.push(new Promise((resolve) => socket.on('close', resolve)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const client = clientFor(`http://127.0.0.1:${port}`)
  const references = { merchantReference: 'x'.repeat(20_000_000) }
  expect(await failureOf(client.orders.update('T1', references))).toMatchObject({
    httpStatusCode: 413,
  })
  expect(closed).toHaveLength(1)
  await closed[0]
})
