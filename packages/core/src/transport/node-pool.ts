import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { headerOf } from './node-headers.js'

/** What a pool is made with. */
export interface PoolParts<Options> {
  /** Opens a connection; it need not be ready yet. */
  connect: (options: Options) => Socket
  /** More requests than this at once wait for a free connection. */
  maxSockets: number
  /** Milliseconds after which an idle connection is closed. */
  idleMs: number
  /** Milliseconds from an arbitrary point, never set back. */
  now: () => number
  /** Calls back once after that many milliseconds, unless the process ends before. */
  later: (callback: () => void, delayMs: number) => void
  /** Keeps the asynchronous context, which tools that trace requests go by, for a callback from elsewhere. */
  inContext: <Args extends unknown[]>(callback: (...args: Args) => void) => (...args: Args) => void
}

/** A connection to the one host of the pool. */
interface Connection {
  /** Node remembers the last request on it, and with that its whole answer. */
  socket: Socket & { _httpMessage?: unknown }
  /** What it is carrying; `undefined` while it is idle. */
  request: PooledRequest | undefined
  /** Until when it may be used again, by the pool's clock. 0 before its first answer. */
  idleUntil: number
  /** How much had been read when it became idle. */
  bytesRead: number
}

type PooledRequest = ClientRequest & { res?: IncomingMessage | null }

/** A request that there was no connection for. */
interface Waiting<Options> {
  request: PooledRequest
  options: Options
  carry: (connection: Connection) => void
}

/** A server closes an idle connection after what it announced; a request must not cross with that. */
const ANNOUNCED_MARGIN_MS = 1_000
/** `max=100, Timeout=5`: in any order, as lists of parameters are. */
const KEEP_ALIVE_TIMEOUT = /(?:^|[,\s])timeout\s*=\s*(\d+)/i

/**
 * The connections to one host. It takes the place of the bookkeeping of Node's own agent, which works out for each request
 * from some twenty options what host it goes to, and takes a fifth of a call.
 *
 * A connection carries one request at a time, so that no answer can be taken for another's.
 */
export class ConnectionPool<Options> {
  readonly #parts: PoolParts<Options>
  /** The last one used is the last here, and used first: the others may grow old. */
  #idle: Connection[] = []
  readonly #waiting: Waiting<Options>[] = []
  #open = 0
  #keepsIdle = true
  #isWatching = false

  constructor(parts: PoolParts<Options>) {
    this.#parts = parts
  }

  /** Gives the request an idle connection, a new one, or the next that is free. */
  add(request: PooledRequest, options: Options): void {
    const idle = this.#takeIdle()
    if (idle !== undefined) carry(idle, request)
    else if (this.#open < this.#parts.maxSockets) carry(this.#connect(options), request)
    else {
      const whenFree = (connection: Connection) => carry(connection, request)
      this.#waiting.push({ request, options, carry: this.#parts.inContext(whenFree) })
    }
  }

  /** Closes what is idle now. */
  closeIdle(): void {
    for (const { socket } of this.#idle) socket.destroy()
    this.#idle = []
  }

  /** Closes what is idle now, and what is busy as soon as its request is done. */
  close(): void {
    this.#keepsIdle = false
    this.closeIdle()
  }

  #takeIdle(): Connection | undefined {
    const now = this.#idle.length === 0 ? 0 : this.#parts.now()
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      const { socket, idleUntil, bytesRead } = idle
      // After what arrived while nothing was asked for, the next answer might not be what it seems.
      if (socket.writable && now < idleUntil && socket.bytesRead === bytesRead) return idle
      socket.destroy()
    }
    return undefined
  }

  #connect(options: Options): Connection {
    const socket = this.#parts.connect(options)
    const connection: Connection = { socket, request: undefined, idleUntil: 0, bytesRead: 0 }
    this.#open += 1
    // Node's word for a request that has its whole answer, or was cancelled before it began.
    socket.on('free', () => this.#release(connection))
    socket.on('close', () => this.#replace())
    // A request hears of it by itself. Without one, there is nobody whom it concerns.
    socket.on('error', () => undefined)
    return connection
  }

  #release(connection: Connection): void {
    const { socket, request } = connection
    // One that is idle already must not be handed out twice.
    if (request === undefined) return
    connection.request = undefined
    const now = this.#parts.now()
    if (request.res) connection.idleUntil = now + this.#idleMsAfter(request.res)
    // A request that is over is destroyed. One that is not has been called over by mistake (https://github.com/nodejs/node/pull/61710),
    // and its answer must not meet another request. Nor is it known of a connection without an answer that it works.
    if (!request.destroyed || !socket.writable || connection.idleUntil <= now) {
      socket.destroy()
      return
    }
    const next = this.#nextWaiting()
    if (next !== undefined) next.carry(connection)
    else this.#rest(connection, now)
  }

  #idleMsAfter({ rawHeaders }: IncomingMessage): number {
    const announced = KEEP_ALIVE_TIMEOUT.exec(headerOf(rawHeaders, 'keep-alive') ?? '')?.[1]
    if (announced === undefined) return this.#parts.idleMs
    return Math.min(this.#parts.idleMs, Number(announced) * 1000 - ANNOUNCED_MARGIN_MS)
  }

  #rest(connection: Connection, now: number): void {
    const { socket, idleUntil } = connection
    if (!this.#keepsIdle) {
      socket.destroy()
      return
    }
    // An idle connection keeps no process alive, and nothing of the answer before.
    socket.unref()
    socket._httpMessage = null
    connection.bytesRead = socket.bytesRead
    this.#idle.push(connection)
    this.#watch(idleUntil - now)
  }

  /** One timer for all idle connections, and none for a call. */
  #watch(delayMs: number): void {
    if (this.#isWatching) return
    this.#isWatching = true
    this.#parts.later(() => {
      this.#isWatching = false
      const now = this.#parts.now()
      const old = this.#idle.filter(({ idleUntil }) => idleUntil <= now)
      this.#idle = this.#idle.filter(({ idleUntil }) => idleUntil > now)
      for (const { socket } of old) socket.destroy()
      const ends = this.#idle.map(({ idleUntil }) => idleUntil)
      if (ends.length > 0) this.#watch(Math.min(...ends) - now)
    }, delayMs)
  }

  /** One connection less is open: the next request that waits gets a new one. */
  #replace(): void {
    this.#open -= 1
    for (let next = this.#nextWaiting(); next !== undefined; next = this.#nextWaiting()) {
      try {
        next.carry(this.#connect(next.options))
        return
      } catch (error) {
        failWithoutSocket(next.request, error)
      }
    }
  }

  /** Whoever was cancelled meanwhile needs no connection: opening one would only make an outage worse. */
  #nextWaiting(): Waiting<Options> | undefined {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (!next.request.destroyed) return next
      failWithoutSocket(next.request, undefined)
    }
    return undefined
  }
}

function carry(connection: Connection, request: PooledRequest): void {
  const { socket } = connection
  connection.request = request
  request.reusedSocket = connection.idleUntil > 0
  socket.ref()
  request.onSocket(socket)
}

/** As Node's own agent says that there is no connection: the request fails, or was cancelled, and ends. */
function failWithoutSocket(request: PooledRequest, error: unknown): void {
  const { onSocket }: { onSocket: (socket: null, error: unknown) => void } = request as never
  onSocket.call(request, null, error)
}
