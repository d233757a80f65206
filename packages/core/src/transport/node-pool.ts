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
  socket: Socket
  /** What it is carrying; `undefined` while it is idle. */
  request: ClientRequest | undefined
  /** When an idle one is too old, by the pool's clock. */
  idleUntil: number
  /** How much had been read when it became idle. */
  bytesRead: number
  /** Whether it has carried a request before. */
  isUsed: boolean
}

/** A request that there was no connection for. */
interface Waiting<Options> {
  request: ClientRequest
  options: Options
  carry: (connection: Connection) => void
}

/** A server closes an idle connection after what it announced; a request must not cross with that. */
const ANNOUNCED_MARGIN_MS = 1_000

/**
 * The connections to one host. It takes the place of the bookkeeping of Node's own agent, which works out for each request
 * from some twenty options what host it goes to, and takes a fifth of a call.
 *
 * A connection carries one request at a time, so that no answer can be taken for another's.
 */
export class ConnectionPool<Options> {
  readonly #parts: PoolParts<Options>
  /** The last one used is the last here, and used first: the others may grow old. */
  readonly #idle: Connection[] = []
  readonly #waiting: Waiting<Options>[] = []
  #open = 0
  #keepsIdle = true
  #isWatching = false

  constructor(parts: PoolParts<Options>) {
    this.#parts = parts
  }

  /** Gives the request an idle connection, a new one, or the next that is free. */
  add(request: ClientRequest, options: Options): void {
    const idle = this.#takeIdle()
    if (idle !== undefined) carry(idle, request)
    else if (this.#open < this.#parts.maxSockets) carry(this.#connect(options), request)
    else {
      const whenFree = (connection: Connection) => carry(connection, request)
      this.#waiting.push({ request, options, carry: this.#parts.inContext(whenFree) })
    }
  }

  /** Closes what is idle now, and what is busy as soon as its request is done. */
  close(): void {
    this.#keepsIdle = false
    for (const { socket } of this.#idle.splice(0)) socket.destroy()
  }

  #takeIdle(): Connection | undefined {
    const now = this.#idle.length === 0 ? 0 : this.#parts.now()
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      const { socket, idleUntil, bytesRead } = idle
      // Whatever arrived without being asked for, the next answer would not be what it seems.
      if (socket.writable && now < idleUntil && socket.bytesRead === bytesRead) return idle
      socket.destroy()
    }
    return undefined
  }

  #connect(options: Options): Connection {
    const socket = this.#parts.connect(options)
    const connection: Connection = {
      socket,
      request: undefined,
      idleUntil: 0,
      bytesRead: 0,
      isUsed: false,
    }
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
    // Its end brings whoever waits a new one.
    if (!socket.writable) return
    const next = this.#waiting.shift()
    if (next !== undefined) next.carry(connection)
    else this.#rest(connection, this.#idleMsAfter(request))
  }

  #idleMsAfter({ res }: ClientRequest & { res?: IncomingMessage }): number {
    const keepAlive = headerOf(res?.rawHeaders ?? [], 'keep-alive')
    const announced = /^timeout=(\d+)/.exec(keepAlive ?? '')?.[1]
    if (announced === undefined) return this.#parts.idleMs
    return Math.min(this.#parts.idleMs, Number(announced) * 1000 - ANNOUNCED_MARGIN_MS)
  }

  #rest(connection: Connection, idleMs: number): void {
    const { socket } = connection
    if (!this.#keepsIdle || idleMs <= 0) {
      socket.destroy()
      return
    }
    // An idle connection keeps no process alive.
    socket.unref()
    connection.bytesRead = socket.bytesRead
    connection.idleUntil = this.#parts.now() + idleMs
    this.#idle.push(connection)
    this.#watch()
  }

  /** One timer for all idle connections, and none for a call. */
  #watch(): void {
    if (this.#isWatching || this.#idle.length === 0) return
    this.#isWatching = true
    this.#parts.later(() => {
      this.#isWatching = false
      this.#closeOld()
      this.#watch()
    }, this.#parts.idleMs)
  }

  #closeOld(): void {
    const now = this.#parts.now()
    for (const connection of this.#idle.filter(({ idleUntil }) => idleUntil <= now)) {
      this.#idle.splice(this.#idle.indexOf(connection), 1)
      connection.socket.destroy()
    }
  }

  #replace(): void {
    this.#open -= 1
    const next = this.#waiting.shift()
    if (next === undefined) return
    try {
      next.carry(this.#connect(next.options))
    } catch (error) {
      // Nobody called who could catch it.
      next.request.emit('error', error)
    }
  }
}

function carry(connection: Connection, request: ClientRequest): void {
  const { socket } = connection
  connection.request = request
  request.reusedSocket = connection.isUsed
  connection.isUsed = true
  socket.ref()
  request.onSocket(socket)
}
