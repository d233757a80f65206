import type { Config } from '../config.js'
import type { Operation } from '../generated/operations.js'
import type { RequestOptions } from '../options.js'
import type { PreparedCall } from './attempt.js'
import { callerHeaders } from './headers.js'
import type { Keyring } from './keyring.js'

/** One request of an operation, ready but for the client's defaults. */
export interface OperationRequest {
  /** The `operationId`, or `raw`. */
  operation: string
  /** How the operation is asked for. */
  route: Operation
  /** That of the route, but for a `raw` call of a path that is not known. */
  method: string
  url: string
  body: string | undefined
  idempotencyKey: string | undefined
  options: RequestOptions
  /** The caller's reference of an order that is being created. */
  merchantReference?: string | undefined
  /** What is left of the call's deadline, in milliseconds, where some of it may be gone. */
  remainingMs?: number | undefined
  /** Why a success cannot be used, as the end of a sentence. */
  findProblem?: (data: object) => string | undefined
}

/** What a request is completed from. */
export interface ClientDefaults {
  config: Config
  keyring: Keyring
}

/** Joins a request with the client's defaults and the call's own options. */
export function prepareCall(
  request: OperationRequest,
  { config, keyring }: ClientDefaults,
): PreparedCall {
  const { operation, route, method, idempotencyKey, options } = request
  return {
    operation,
    method,
    url: request.url,
    body: request.body,
    headers: options.headers && callerHeaders(Object.entries(options.headers)),
    idempotencyKey,
    findBy: findByOf(request.merchantReference),
    findProblem: request.findProblem,
    repeatable: method === 'GET' || idempotencyKey !== undefined,
    timeoutMs: options.timeoutMs ?? config.timeoutMs,
    deadlineMs: request.remainingMs ?? options.deadlineMs ?? config.deadlineMs,
    maxAttempts: options.maxAttempts ?? config.maxAttempts,
    signal: options.signal,
    key: () => keyring(operation, route.auth, options.apiKey),
  }
}

/** What an order that is being created can be looked up by. */
export function findByOf(
  merchantReference: string | undefined,
): { merchantOrderReference: string } | undefined {
  return merchantReference ? { merchantOrderReference: merchantReference } : undefined
}
