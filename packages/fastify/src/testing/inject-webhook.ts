import { type SampleEvent, signedDelivery } from '@scalapay-kit/core/testing'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { FST_SCALAPAY_NO_WEBHOOK } from '../errors.js'
import { DEFAULT_NAME } from '../options.js'
import { routesOf } from '../webhook-registry.js'

/** An app of Fastify, whatever its server, its logger and its type provider are. */
export interface InjectableApp {
  /** Tells apps apart. */
  readonly server: object
  /** Fastify's own. */
  ready(): PromiseLike<unknown>
  /** Fastify's own. */
  inject(request: InjectOptions): PromiseLike<LightMyRequestResponse>
}

/** Which route gets the delivery, and how it is signed. */
export interface InjectWebhookOptions {
  /**
   * The account whose route it is: the `name` of its registration.
   * @default 'default'
   */
  name?: string | undefined
  /**
   * The key that signs.
   * @default the first key that the route verifies with
   */
  apiKey?: string | undefined
  /**
   * When it is signed, in epoch milliseconds.
   * @default now
   */
  timestamp?: number | undefined
  /**
   * The body, character for character, in the place of the one that the event would give.
   * @default the sample's, or the payload as JSON
   */
  rawBody?: string | undefined
}

/**
 * Sends an app a signed delivery, as Scalapay would, without a socket. The app is made ready first.
 *
 * @param event the status of a sample body, or a payload to be written as JSON
 * @throws FST_SCALAPAY_NO_WEBHOOK when the app has no webhook route under that name
 * @example
 * const answer = await injectWebhook(app, { status: 'charged', orderToken: token })
 * expect(answer.statusCode).toBe(200)
 */
export async function injectWebhook(
  app: InjectableApp,
  event: SampleEvent | object,
  { name = DEFAULT_NAME, apiKey, timestamp, rawBody: text }: InjectWebhookOptions = {},
): Promise<LightMyRequestResponse> {
  await app.ready()
  const route = routesOf(app).find((each) => each.name === name)
  if (route === undefined) throw new FST_SCALAPAY_NO_WEBHOOK(name)
  const { method, headers, rawBody } = await signedDelivery(event, {
    apiKey: apiKey ?? route.apiKey(),
    timestamp,
    rawBody: text,
  })
  return app.inject({ method, url: route.url, headers: { ...headers }, payload: rawBody })
}
