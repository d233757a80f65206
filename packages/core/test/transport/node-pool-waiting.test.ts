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

  it('gets a new one when the one that it waits for breaks', async () => {
    const server = await startScript((_request, response) => response.socket?.destroy(), ok)
    const { get } = poolTo(server.url, { maxSockets: 1 })
    const both = await Promise.allSettled([get('/1'), get('/2')])
    expect(both).toMatchObject([{ status: 'rejected' }, { value: { text: 'ok' } }])
    expect(server.connections()).toBe(2)
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

  it('hears of it when that new one cannot be opened', async () => {
    const server = await startScript((_request, response) => response.socket?.destroy())
    const { port } = new URL(server.url)
    let opened = 0
    const { get } = poolTo(server.url, {
      maxSockets: 1,
      connect: () => {
        opened += 1
        if (opened > 1) throw new Error('no more sockets')
        return connect(Number(port))
      },
    })
    const both = await Promise.allSettled([get(), get()])
    expect(both[1]).toMatchObject({ reason: { message: 'no more sockets' } })
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
