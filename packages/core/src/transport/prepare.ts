import type { Config } from '../config.js'
import type { Operation } from '../generated/operations.js'
import type { RequestOptions } from '../options.js'
import type { PreparedCall } from './attempt.js'
import { callerHeaders } from './headers.js'
import type { Keyring } from './keyring.js'

/** One request of an operation, ready but for the client's defaults. */
export interface OperationRequest {
  /** The `operationId`. */
  id: string
  operation: Operation
  method: string
  url: string
  body: string | undefined
  idempotencyKey: string | undefined
  options: RequestOptions
}

/** What a request has besides when it is one of a method's, and not of `raw`. */
export interface RequestContext {
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
  { id, operation, method, url, body, idempotencyKey, options }: OperationRequest,
  { merchantReference, remainingMs, findProblem }: RequestContext,
  { config, keyring }: ClientDefaults,
): PreparedCall {
  return {
    operation: id,
    method,
    url,
    body,
    headers: options.headers && callerHeaders(Object.entries(options.headers)),
    idempotencyKey,
    findBy: findByOf(merchantReference),
    findProblem,
    repeatable: method === 'GET' || idempotencyKey !== undefined,
    timeoutMs: options.timeoutMs ?? config.timeoutMs,
    deadlineMs: remainingMs ?? options.deadlineMs ?? config.deadlineMs,
    maxAttempts: options.maxAttempts ?? config.maxAttempts,
    signal: options.signal,
    key: () => keyring(id, operation.auth, options.apiKey),
  }
}

/** What an order that is being created can be looked up by. */
export function findByOf(
  merchantReference: string | undefined,
): { merchantOrderReference: string } | undefined {
  return merchantReference ? { merchantOrderReference: merchantReference } : undefined
}
