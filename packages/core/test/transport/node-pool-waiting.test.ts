import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { poolTo } from '../support/pool.js'
import { startScript, text } from '../support/scripted-server.js'

const ok = text(200, 'ok')

describe('a request for which there is no connection', () => {
  it('waits for the next that is free, in turn', async () => {
    const server = await startScript(ok)
    const { get, sockets } = poolTo(server.url, { maxSockets: 1 })
    await Promise.all([get('/1'), get('/2'), get('/3')])
    expect(server.seen.map(({ url }) => url)).toEqual(['/1', '/2', '/3'])
    expect(sockets).toHaveLength(1)
  })

  it('gets a new one when the one that it waits for breaks, one for all who wait', async () => {
    const server = await startScript((_request, response) => response.socket?.destroy(), ok)
    const { get } = poolTo(server.url, { maxSockets: 1 })
    const all = await Promise.allSettled([get('/1'), get('/2'), get('/3')])
    expect(all).toMatchObject([
      { status: 'rejected' },
      { value: { text: 'ok' } },
      { value: { text: 'ok' } },
    ])
    expect(server.connections()).toBe(2)
  })

  it('gets a new one when the one that it waits for is left by a request before it was ready', async () => {
    const server = await startScript(ok)
    const { get, start, sockets } = poolTo(server.url, { maxSockets: 1 })
    const cancelled = start().on('error', () => undefined)
    const waiting = get()
    cancelled.destroy()
    expect(await waiting).toEqual({ text: 'ok', reusedSocket: false })
    expect(sockets).toHaveLength(2)
  })

  it('gets a new one when the one that it waits for is closed after an answer', async () => {
    const server = await startScript(ok)
    const { get, start, sockets } = poolTo(server.url, { maxSockets: 1 })
    const first = start()
    first.on('response', (incoming) => incoming.resume())
    first.on('close', () => sockets[0]?.destroy())
    first.end()
    expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
  })

  it('hears of it when no new one can be opened, as do all others, and the next that can is used', async () => {
    const server = await startScript((_request, response) => response.socket?.destroy(), ok)
    const { port } = new URL(server.url)
    let opened = 0
    const { get, start } = poolTo(server.url, {
      maxSockets: 1,
      connect: () => {
        opened += 1
        if (opened === 2 || opened === 3) throw new Error(`no socket ${opened}`)
        return connect(Number(port))
      },
    })
    const first = get()
    const second = get()
    const third = start()
    const ended = new Promise((resolve) => third.on('error', () => third.on('close', resolve)))
    const fourth = get()
    const [, unopened, answered] = await Promise.allSettled([first, second, fourth])
    expect(unopened).toMatchObject({ reason: { message: 'no socket 2' } })
    expect(answered).toMatchObject({ value: { text: 'ok' } })
    await ended
  })

  it('leaves a connection that was kept for it as old as it was when it is cancelled', async () => {
    const server = await startScript(
      text(200, 'ok', { connection: 'keep-alive', 'keep-alive': 'timeout=5' }),
    )
    const { get, start, pass } = poolTo(server.url, { maxSockets: 1 })
    const first = get()
    const cancelled = start()
    const ended = once(cancelled, 'error')
    cancelled.destroy()
    await Promise.all([first, ended])
    pass(4_000)
    expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
  })

  it('is not connected for when it was cancelled, since that would make an outage worse', async () => {
    const server = await startScript(() => undefined)
    const { start, sockets } = poolTo(server.url, { maxSockets: 1 })
    const all = Array.from({ length: 20 }, () => start())
    const ended = all.map((request) => {
      request.on('error', () => undefined).end()
      return new Promise((resolve) => request.on('close', resolve))
    })
    await server.received(1)
    for (const request of all.reverse()) request.destroy()
    await Promise.all(ended)
    expect(sockets).toHaveLength(1)
  })

  it('keeps its place from nobody when it is cancelled', async () => {
    const server = await startScript(ok)
    const { get, start, sockets } = poolTo(server.url, { maxSockets: 1 })
    const first = get('/1')
    const cancelled = start('/2')
    const error = once(cancelled, 'error')
    const third = get('/3')
    cancelled.destroy()
    await Promise.all([first, third, error])
    expect(server.seen.map(({ url }) => url)).toEqual(['/1', '/3'])
    expect(sockets).toHaveLength(1)
  })

  it('is answered in the asynchronous context that it was made in', async () => {
    const server = await startScript(ok)
    const context = new AsyncLocalStorage<string>()
    const inContext = AsyncResource.bind.bind(AsyncResource) as typeof AsyncResource.bind
    const { start } = poolTo(server.url, { maxSockets: 1, inContext: (run) => inContext(run) })
    const seen = ['one', 'two'].map((name) =>
      context.run(name, async () => {
        const outgoing = start()
        let answeredIn: string | undefined
        outgoing.on('response', (incoming) => {
          answeredIn = context.getStore()
          incoming.resume()
        })
        outgoing.end()
        await once(outgoing, 'close')
        return answeredIn
      }),
    )
    expect(await Promise.all(seen)).toEqual(['one', 'two'])
  })
})
