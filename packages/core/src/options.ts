import type { ApiKeySource } from './auth.js'
import type { Environment } from './environments.js'

/** What a logger must be able to do; pino, and loggers of its shape, fit as they are. */
export interface Logger {
  /** Told of each request that succeeded. */
  debug(fields: object, message: string): void
  /** Not called today; a logger must have it all the same. */
  info(fields: object, message: string): void
  /** Told of each request that failed, also of one that is repeated. */
  warn(fields: object, message: string): void
  /** Not called today; errors are thrown to the caller. */
  error(fields: object, message: string): void
}

/** How failed requests are repeated. */
export interface RetryOptions {
  /**
   * The most requests that one call makes under one idempotency key, the first included.
   * @default 3
   */
  maxAttempts?: number | undefined
}

/** TLS settings of the Node transport. The minimum is TLS 1.2 and certificates are always verified: neither can be lowered. */
export interface TlsOptions {
  /** PEM certificates of private authorities, trusted besides the usual ones. */
  ca?: string | readonly string[] | undefined
}

/**
 * A connection pool of `node:https`, by the few members that the client looks at: `https.Agent`, and the agents for proxies
 * that are made from it, such as `HttpsProxyAgent`.
 */
export interface HttpsAgent {
  /** What its connections are made with. */
  readonly options: object
  /** Closes them. */
  destroy(): void
}

/** Names the application in the `User-Agent` header, so that its calls can be told apart. */
export interface AppInfo {
  /** Visible ASCII: `my-shop`. */
  name: string
  /** Visible ASCII: `1.2.0`. */
  version?: string | undefined
}

/** Options of the client. Everything is checked at construction; nothing is read from the environment. */
export interface ScalapayOptions {
  /**
   * The merchant key: online orders, payments, reporting. A string, or a function that is asked before each request,
   * repetitions included.
   */
  apiKey?: ApiKeySource | undefined
  /** The device key: in-store orders and in-store pay by link. */
  deviceApiKey?: ApiKeySource | undefined
  /** Where calls go. Required: there is no default, so that nothing reaches production by accident. */
  environment: Environment
  /** Replaces the environment's URL. `https:`, or `http:` to this machine only; without a version in its path. */
  baseUrl?: string | undefined
  /**
   * Milliseconds that one request may take, its answer's body included.
   * @default 10_000
   */
  timeoutMs?: number | undefined
  /**
   * Milliseconds that all requests of one call may take together, waits included.
   * @default 30_000
   */
  deadlineMs?: number | undefined
  /**
   * How failed requests are repeated, or `false` for never.
   * @default { maxAttempts: 3 }
   */
  retry?: RetryOptions | false | undefined
  /** Your own transport. It then also answers for TLS; redirects must not be followed (`redirect: 'manual'` is passed). */
  fetch?: typeof globalThis.fetch | undefined
  /** TLS settings; Node's own transport only. */
  tls?: TlsOptions | undefined
  /**
   * Your own `https.Agent`, for a proxy or for limits of your own; Node's own transport only. TLS 1.2 stays the minimum, and
   * certificates are verified: an agent that is set to less is refused. `close` leaves it open, since it is yours.
   * @default a keep-alive agent with at most 64 connections, idle ones closed after 30 s
   */
  agent?: HttpsAgent | undefined
  /** Receives one line per request, without keys, tokens or personal data. Silent by default. */
  logger?: Logger | undefined
  /** Names your application in the `User-Agent` header. */
  appInfo?: AppInfo | undefined
}

/** The last argument of every method; it overrides the client's options for one call. */
export interface RequestOptions {
  /** Ends the call. The error then says whether money may have moved. */
  signal?: AbortSignal | undefined
  /**
   * Milliseconds that one request may take.
   * @default the client's `timeoutMs`
   */
  timeoutMs?: number | undefined
  /**
   * Milliseconds that all requests of this call may take together.
   * @default the client's `deadlineMs`
   */
  deadlineMs?: number | undefined
  /**
   * The most requests that this call makes under one idempotency key: from 1, for no repetition, to 10.
   * @default the client's `retry.maxAttempts`
   */
  maxAttempts?: number | undefined
  /** Your own `Idempotency-Key`; it always wins over the derived one. Refused where the operation takes none. */
  idempotencyKey?: string | undefined
  /**
   * Further request headers. Those that the client sets itself are refused: `Authorization`, `Idempotency-Key`, `Accept`,
   * `Accept-Encoding`, `Content-Type`, `User-Agent`, and those of the connection.
   */
  headers?: Readonly<Record<string, string>> | undefined
  /** The key for this call alone, of the kind that the operation takes. */
  apiKey?: string | undefined
}
