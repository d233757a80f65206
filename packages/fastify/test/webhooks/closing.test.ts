import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Scalapay } from '@scalapay-kit/core'
import { type SampleEvent, signedDelivery } from '@scalapay-kit/core/testing'
import Fastify from 'fastify'
import { expect, it, vi } from 'vitest'
import scalapay from '../../src/index.js'

const client = { apiKey: 'a-merchant-key-0001', environment: 'sandbox' } as const
const url = '/webhooks/scalapay'

/** An app with a handler that ends when it is told to, and its timers in the hands of the test. */
async function appWithSlowHandler() {
  const lines: string[] = []
  const app = Fastify({
    return503OnClosing: false,
    logger: { stream: { write: (line: string) => void lines.push(line) } },
  })
  const timers = new Map<number, () => void>()
  const schedule = (callback: () => void, delayMs: number) => {
    timers.set(delayMs, callback)
    return () => void timers.delete(delayMs)
  }
  let release: () => void = () => undefined
  let start: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  const charged = () => {
    start()
    return new Promise<void>((resolve) => {
      release = resolve
    })
  }
  const webhooks = { on: { charged }, schedule, drainTimeoutMs: 7_000, acknowledgeAfterMs: 1_000 }
  await app.register(scalapay, { ...client, webhooks })
  const deliver = async () => {
    const { method, headers, rawBody } = await signedDelivery('charged', client)
    return app.inject({ method, url, headers: { ...headers }, payload: rawBody })
  }
  const fire = async (delayMs: number) => {
    await vi.waitFor(() => expect([...timers.keys()]).toContain(delayMs), { interval: 1 })
    timers.get(delayMs)?.()
  }
  return {
    app,
    deliver,
    fire,
    timers,
    started,
    release: () => release(),
    log: () => lines.join(''),
  }
}

it('waits for handlers before the client is closed, and leaves no timer', async () => {
  const close = vi.spyOn(Scalapay.prototype, 'close')
  const { app, deliver, fire, timers, release } = await appWithSlowHandler()
  const answer = deliver()
  await fire(1_000)
  expect((await answer).statusCode).toBe(200)
  const closed = app.close()
  await vi.waitFor(() => expect([...timers.keys()]).toContain(7_000), { interval: 1 })
  expect(close).not.toHaveBeenCalled()
  release()
  await closed
  expect(close).toHaveBeenCalledOnce()
  expect(timers.has(7_000)).toBe(false)
  close.mockRestore()
})

it('waits no longer than drainTimeoutMs, and says so', async () => {
  const { app, deliver, fire, log } = await appWithSlowHandler()
  const answer = deliver()
  await fire(1_000)
  await answer
  const closed = app.close()
  await fire(7_000)
  await closed
  expect(log()).toContain('webhook handlers still at work at the end')
})

it('takes no delivery on a connection that is still open while it closes (S43)', async () => {
  const { app, release, started } = await appWithSlowHandler()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  const answers = text(socket)
  socket.write(await onTheWire('charged'))
  await started
  const closed = app.close()
  socket.write(await onTheWire('created'))
  await new Promise((resolve) => app.server.once('request', resolve))
  release()
  await closed
  expect(await answers).toMatch(
    /^HTTP\/1\.1 200 .*\{"received":true\}HTTP\/1\.1 503 .*\{"received":false,"reason":"closing"\}$/s,
  )
})

it('does not wait for a delivery whose body never ends', async () => {
  const { app } = await appWithSlowHandler()
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const arrived = new Promise((resolve) => app.server.once('request', resolve))
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  const cut = new Promise((resolve) => socket.once('close', () => resolve('cut off')))
  socket.on('error', () => undefined)
  socket.write((await onTheWire('charged')).slice(0, -1))
  await arrived
  await app.close()
  expect(await cut).toBe('cut off')
})

async function onTheWire(event: SampleEvent): Promise<string> {
  const { headers, rawBody } = await signedDelivery(event, client)
  const length = String(Buffer.byteLength(rawBody))
  const lines = Object.entries({ host: 'shop', 'content-length': length, ...headers })
  return [`POST ${url} HTTP/1.1`, ...lines.map((line) => line.join(': ')), '', rawBody].join('\r\n')
}
