import type { ClientRequest, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { IDLE_MS, poolTo } from '../support/pool.js'
import { type Step, startScript, text } from '../support/scripted-server.js'

const ok = text(200, 'ok')

/** A server's word for how long it keeps an idle connection. */
function announcing(keepAlive: string | undefined): Step {
  // Named, it keeps Node from announcing what it would by itself.
  const headers = { connection: 'keep-alive' }
  return text(
    200,
    'ok',
    keepAlive === undefined ? headers : { ...headers, 'keep-alive': keepAlive },
  )
}

/** Cancels a request in the same turn in which it was made. */
async function cancelled(request: ClientRequest): Promise<void> {
  request.on('error', () => undefined)
  request.destroy()
  await new Promise((resolve) => request.on('close', resolve))
}

describe('an idle connection', () => {
  it('carries the next request, which is told so', async () => {
    const server = await startScript(ok)
    const { get } = poolTo(server.url)
    expect([(await get()).reusedSocket, (await get()).reusedSocket]).toEqual([false, true])
    expect(server.connections()).toBe(1)
  })

  it('that was used last is used first: the others may grow old', async () => {
    const waiting: ServerResponse[] = []
    const ports: (number | undefined)[] = []
    const server = await startScript((_request, response) => {
      ports.push(response.socket?.remotePort)
      waiting.push(response)
    })
    const { get } = poolTo(server.url)
    const first = get()
    await server.received(1)
    const second = get()
    await server.received(2)
    waiting[1]?.end()
    await second
    waiting[0]?.end()
    await first
    const third = get()
    await server.received(3)
    waiting[2]?.end()
    await third
    expect(ports[2]).toBe(ports[0])
  })

  it.each([
    ['nothing', undefined, IDLE_MS],
    ['five seconds', 'timeout=5', 4_000],
    ['five seconds and a number of requests', 'timeout=5, max=100', 4_000],
    ['more than the pool keeps', 'timeout=600', IDLE_MS],
    ['no number', 'timeout=soon', IDLE_MS],
    ['what would be code', 'timeout=5; drop', 4_000],
    ['a number of requests and five seconds', 'max=100, timeout=5', 4_000],
    ['the same without a space', 'max=100,timeout=5', 4_000],
    ['five seconds in other letters', 'Timeout=5', 4_000],
    ['five seconds with spaces', ' timeout = 5', 4_000],
    ['another time', 'session-timeout=5', IDLE_MS],
  ])('whose server announced %s is used until then', async (_what, announced, idleMs) => {
    const server = await startScript(announcing(announced))
    const { get, pass } = poolTo(server.url)
    await get()
    pass(idleMs - 1)
    await get()
    expect(server.connections()).toBe(1)
    pass(idleMs)
    await get()
    expect(server.connections()).toBe(2)
  })

  it.each(['timeout=1', 'timeout=0'])(
    'whose server announced %s is not kept: it might close under the next request',
    async (announced) => {
      const server = await startScript(announcing(announced))
      const { get, sockets } = poolTo(server.url, { maxSockets: 1 })
      const both = await Promise.all([get(), get()])
      expect(both.map(({ reusedSocket }) => reusedSocket)).toEqual([false, false])
      expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true])
    },
  )

  it('is closed when it has been idle for long; a younger one is kept', async () => {
    const server = await startScript(announcing(undefined))
    const { get, sockets, pass } = poolTo(server.url)
    await Promise.all([get(), get()])
    pass(IDLE_MS - 1)
    await get()
    pass(1)
    expect(sockets.map(({ destroyed }) => destroyed).sort()).toEqual([false, true])
    pass(IDLE_MS)
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })

  it('that has received what nobody asked for is not used: the next answer might be a stranger’s', async () => {
    const connections: (Socket | null)[] = []
    const server = await startScript((_request, response) => {
      connections.push(response.socket)
      response.end('asked for')
    })
    const { get, sockets } = poolTo(server.url)
    await get()
    const before = sockets[0]?.bytesRead ?? 0
    connections[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nstranger')
    while (sockets[0]?.bytesRead === before) await new Promise((resolve) => setImmediate(resolve))
    expect(await get()).toEqual({ text: 'asked for', reusedSocket: false })
    expect(sockets[0]?.destroyed).toBe(true)
  })

  it('that the server resets harms nobody', async () => {
    const connections: (Socket | null)[] = []
    const server = await startScript((_request, response) => {
      connections.push(response.socket)
      response.end('ok')
    })
    const { get, sockets } = poolTo(server.url)
    await get()
    const closed = new Promise((resolve) => sockets[0]?.on('close', resolve))
    connections[0]?.resetAndDestroy()
    await closed
    expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
  })

  it('that has just been closed is not used', async () => {
    const server = await startScript(ok)
    const { get, sockets } = poolTo(server.url)
    await get()
    sockets[0]?.destroy()
    expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
  })

  it('remembers nothing of its last answer, which may be large and is somebody’s own', async () => {
    const server = await startScript(ok)
    const { get, sockets } = poolTo(server.url)
    await get()
    expect((sockets[0] as { _httpMessage?: unknown })._httpMessage).toBeNull()
  })

  it('keeps its age when a request takes it and is cancelled at once', async () => {
    const server = await startScript(announcing('timeout=5'))
    const { get, start, pass, sockets } = poolTo(server.url)
    await get()
    pass(3_999)
    await cancelled(start())
    expect(sockets[0]?.destroyed).toBe(false)
    pass(1)
    expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
  })

  it('is handed out once, however often it is called free', async () => {
    const waiting: ServerResponse[] = []
    const server = await startScript(ok, (_request, response) => void waiting.push(response))
    const { get, sockets } = poolTo(server.url)
    await get()
    sockets[0]?.emit('free')
    const both = [get('/a'), get('/b')]
    await server.received(3)
    for (const response of waiting) response.end(response.req.url)
    expect((await Promise.all(both)).map(({ text }) => text)).toEqual(['/a', '/b'])
    expect(sockets).toHaveLength(2)
  })
})

it('a connection whose server says that it will close it is not kept', async () => {
  const server = await startScript(text(200, 'ok', { connection: 'close' }))
  const { get } = poolTo(server.url, { maxSockets: 1 })
  const three = [await get(), await get(), await get()]
  expect(three.map(({ reusedSocket }) => reusedSocket)).toEqual([false, false, false])
  expect(server.connections()).toBe(3)
})

it('a connection whose first request is cancelled at once is not kept: nobody knows if it works', async () => {
  const server = await startScript(ok)
  const { get, start, sockets } = poolTo(server.url)
  await cancelled(start())
  expect(sockets[0]?.destroyed).toBe(true)
  expect(await get()).toEqual({ text: 'ok', reusedSocket: false })
})

it('a connection that is called free in the middle of a request carries no other', async () => {
  const waiting: ServerResponse[] = []
  const server = await startScript(ok, (_request, response) => void waiting.push(response), ok)
  const { get, sockets } = poolTo(server.url, { maxSockets: 1 })
  await get()
  const both = Promise.allSettled([get('/a'), get('/b')])
  await server.received(2)
  sockets[0]?.emit('free')
  waiting[0]?.end('/a')
  expect(await both).toMatchObject([
    { status: 'rejected', reason: { code: 'ECONNRESET' } },
    { value: { text: 'ok', reusedSocket: false } },
  ])
})

describe('close()', () => {
  it('closes what is idle at once and what is busy after its answer, and serves who waits', async () => {
    const waiting: ServerResponse[] = []
    const server = await startScript(ok, (_request, response) => void waiting.push(response))
    const { pool, get, sockets } = poolTo(server.url, { maxSockets: 2 })
    const idle = await get()
    expect(idle.text).toBe('ok')
    const calls = [get(), get(), get()]
    await server.received(3)
    pool.close()
    for (const response of waiting.splice(0)) response.end('late')
    await server.received(4)
    waiting[0]?.end('last')
    expect((await Promise.all(calls)).map(({ text }) => text)).toEqual(['late', 'late', 'last'])
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true])
  })

  it('leaves no idle connection', async () => {
    const server = await startScript(ok)
    const { pool, get, sockets } = poolTo(server.url)
    await get()
    pool.close()
    expect(sockets[0]?.destroyed).toBe(true)
  })
})
