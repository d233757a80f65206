import { onTestFinished } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/index.js'
import { documentedOrder } from './orders.js'

/** The time at which the clock of these emulators stands still. */
export const START = '2026-01-01T09:00:00.000Z'

/** An answer as it was on the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The text as JSON, for tests that look into it. */
  readonly json: () => Readonly<Record<string, unknown>>
}

/** How a call differs from an ordinary one. */
export interface CallOptions {
  /** The whole Authorization header; null sends none. */
  readonly authorization?: string | null
  readonly idempotencyKey?: string
  readonly fault?: string
}

/** An emulator of its own for one test, with plain HTTP calls to it. */
export interface TestEmulator extends Emulator {
  readonly get: (path: string, options?: CallOptions) => Promise<WireAnswer>
  /** A string goes out as it is, anything else as JSON, undefined without a body. */
  readonly post: (path: string, body?: unknown, options?: CallOptions) => Promise<WireAnswer>
  /** The token of a new documented order, with changes. */
  readonly created: (changes?: object) => Promise<string>
  /** The token of a new order that the shopper has approved. */
  readonly approved: (changes?: object) => Promise<string>
  /** The token of a new order that is captured in full. */
  readonly captured: (changes?: object) => Promise<string>
}

/** Starts a deterministic emulator that closes when the test is finished. */
export async function runEmulator(options: EmulatorOptions = {}): Promise<TestEmulator> {
  const emulator = await startEmulator({ seed: 1, clock: 'manual', ...options })
  onTestFinished(() => emulator.close())

  async function call(method: string, path: string, body: unknown, options: CallOptions) {
    const { authorization = `Bearer ${emulator.merchantKey}`, idempotencyKey, fault } = options
    const headers = new Headers()
    if (authorization !== null) headers.set('authorization', authorization)
    if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
    if (fault !== undefined) headers.set('x-emulator-fault', fault)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const response = await fetch(emulator.url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: () => JSON.parse(text) as Record<string, unknown>,
    }
  }

  const post: TestEmulator['post'] = (path, body, options = {}) => call('POST', path, body, options)
  const created = async (changes: object = {}) =>
    String((await post('/v2/orders', { ...documentedOrder, ...changes })).json().token)
  const approved = async (changes: object = {}) => {
    const token = await created(changes)
    emulator.control.approve(token)
    return token
  }
  const captured = async (changes: object = {}) => {
    const token = await approved(changes)
    await post('/v2/payments/capture', { token })
    return token
  }
  return {
    ...emulator,
    get: (path, options = {}) => call('GET', path, undefined, options),
    post,
    created,
    approved,
    captured,
  }
}

/** The call of a till. */
export const asDevice: CallOptions = { authorization: 'Bearer testdeviceapikey' }

/** An amount as it is sent. */
export const eur = (amount: string) => ({ amount, currency: 'EUR' })
