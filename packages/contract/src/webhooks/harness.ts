import { type SampleEvent, sampleBodies } from '@scalapay-kit/core/testing'
import {
  signWebhook,
  type WebhookEvent,
  type WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import { onTestFinished } from 'vitest'
import type { Answer } from '../http.js'
import type { BootWebhooks, WebhookAccount, WebhookServer } from './boot.js'

export const PATH = '/webhooks/scalapay'
export const KEY = 'contract-merchant-key-0001'

/** The answer that Scalapay takes for received, and the only one. */
export const RECEIVED = { status: 200, body: { received: true } }

/** What a delivery is made of; the rest is as Scalapay sends it. */
export interface DeliveryOptions {
  readonly apiKey?: string
  /** Epoch milliseconds. */
  readonly timestamp?: number
  readonly path?: string
  /** Changes the header lines after signing. */
  readonly headers?: (lines: readonly HeaderLine[]) => readonly HeaderLine[]
  /** Replaces the body after signing. */
  readonly replaceBody?: string | Uint8Array
}

export type HeaderLine = readonly [name: string, value: string]

/** An application under test, and what a case does with it. */
export interface Harness {
  /** Signs and sends a body: the sample of a status, or any other text or bytes. */
  deliver(
    event: SampleEvent | Uint8Array | (string & {}),
    options?: DeliveryOptions,
  ): Promise<{
    status: number
    body: unknown
  }>
  /** Sends a request to another route. */
  readonly send: WebhookServer['send']
  close(): Promise<unknown>
}

/** A body of Scalapay's form about an order of its own. */
export function bodyOf(status: string, orderToken: string): string {
  return `{"merchantReference":"order-1","totalAmount":40.7,"status":"${status}","orderToken":"${orderToken}"}`
}

/** Boots an application with one account for the time of a test. */
export function startHarness(
  boot: BootWebhooks,
  webhooks: Partial<WebhookReceiverOptions>,
): Promise<Harness> {
  return startAccounts(boot, [{ webhooks: { path: PATH, apiKeys: KEY, on: {}, ...webhooks } }])
}

/** Boots an application with several accounts for the time of a test. */
export async function startAccounts(
  boot: BootWebhooks,
  accounts: readonly [WebhookAccount, ...WebhookAccount[]],
): Promise<Harness> {
  const server = await boot(accounts)
  onTestFinished(async () => void (await server.close()))
  return {
    deliver: async (event, options = {}) =>
      summaryOf(await server.send(await post(event, options))),
    send: server.send,
    close: () => server.close(),
  }
}

async function post(event: string | Uint8Array, options: DeliveryOptions) {
  const { apiKey = KEY, timestamp = Date.now(), path = PATH, replaceBody } = options
  const rawBody = isSample(event) ? sampleBodies[event] : event
  const signature = await signWebhook({ rawBody, apiKey, timestamp })
  const lines: HeaderLine[] = Object.entries({ 'content-type': 'application/json', ...signature })
  const { headers = (same) => same } = options
  return { path, headers: headers(lines), body: replaceBody ?? rawBody }
}

function isSample(event: string | Uint8Array): event is SampleEvent {
  return typeof event === 'string' && Object.hasOwn(sampleBodies, event)
}

function summaryOf({ status, text }: Answer): { status: number; body: unknown } {
  try {
    return { status, body: JSON.parse(text) }
  } catch {
    return { status, body: text }
  }
}

/** Handlers for every event that note what they were given. */
export function recorder(): { on: WebhookReceiverOptions['on']; events: WebhookEvent[] } {
  const events: WebhookEvent[] = []
  return { on: { '*': (event) => void events.push(event) }, events }
}

/** A handler that has begun, and ends when it is let go. */
export interface HeldHandler {
  readonly handle: () => Promise<void>
  /** Resolves when it runs for the first time. */
  readonly started: Promise<void>
  /** Lets it end, this time and every other. */
  release(): void
  /** How often it has run to its end. */
  readonly ends: () => number
}

/** Makes a handler that waits for the test. */
export function heldHandler(): HeldHandler {
  let start: () => void = () => undefined
  let release: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let ends = 0
  const handle = async () => {
    start()
    await released
    ends += 1
  }
  return { handle, started, release: () => release(), ends: () => ends }
}
