import { Agent, type RequestOptions, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { ConnectionPool, type PoolParts } from '../../src/transport/node-pool.js'

/** A pool over real sockets whose time is set by hand. */
export interface TestPool {
  pool: ConnectionPool<RequestOptions>
  /** Sends a request through the pool and reads its answer. */
  get: (path?: string) => Promise<{ text: string; reusedSocket: boolean }>
  /** A request that is under way, to be cancelled or listened to. */
  start: (path?: string) => ReturnType<typeof request>
  /** The sockets that it has opened. */
  sockets: Socket[]
  /** Lets virtual time pass, and the pool's timer fire where it is due. */
  pass: (milliseconds: number) => void
}

export const IDLE_MS = 30_000

/** Makes a pool to a server on loopback. */
export function poolTo(url: string, parts: Partial<PoolParts<RequestOptions>> = {}): TestPool {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = []
  let now = 0
  let timers: { at: number; callback: () => void }[] = []
  const pool = new ConnectionPool<RequestOptions>({
    connect: () => {
      const socket = connect(Number(port), hostname)
      sockets.push(socket)
      return socket
    },
    maxSockets: 64,
    idleMs: IDLE_MS,
    now: () => now,
    later: (callback, delayMs) => timers.push({ at: now + delayMs, callback }),
    inContext: (callback) => callback,
    ...parts,
  })
  const agent = Object.assign(new Agent({ keepAlive: true }), { addRequest: pool.add.bind(pool) })
  onTestFinished(() => {
    pool.close()
    for (const socket of sockets) socket.destroy()
  })
  const start = (path = '/') => request({ hostname, port, path, agent })
  const get = (path?: string) =>
    new Promise<{ text: string; reusedSocket: boolean }>((resolve, reject) => {
      const outgoing = start(path)
      outgoing.on('response', (incoming) => {
        let text = ''
        incoming.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        // When the connection is free again, and not before.
        outgoing.on('close', () =>
          process.nextTick(resolve, { text, reusedSocket: outgoing.reusedSocket }),
        )
        incoming.on('error', reject)
      })
      outgoing.on('error', reject).end()
    })
  const pass = (milliseconds: number) => {
    now += milliseconds
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { callback } of due) callback()
  }
  return { pool, get, start, sockets, pass }
}
