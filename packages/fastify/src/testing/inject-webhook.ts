import { type SampleEvent, signedDelivery } from '@scalapay-kit/core/testing'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { FST_SCALAPAY_NO_WEBHOOK } from '../errors.js'
import { routesOf } from '../webhook-registry.js'

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
}

/**
 * Sends an app a signed delivery, as Scalapay would, without a socket. The app is made ready first.
 *
 * @param event the status of a sample body, a payload to be written as JSON, or any other text, which is the body itself
 * @throws FST_SCALAPAY_NO_WEBHOOK when the app has no webhook route under that name
 * @example
 * const answer = await injectWebhook(app, { status: 'charged', orderToken: token })
 * expect(answer.statusCode).toBe(200)
 */
export async function injectWebhook(
  app: FastifyInstance,
  event: SampleEvent | object | (string & {}),
  { name = 'default', apiKey, timestamp }: InjectWebhookOptions = {},
): Promise<LightMyRequestResponse> {
  await app.ready()
  const route = routesOf(app).find((each) => each.name === name)
  if (route === undefined) throw new FST_SCALAPAY_NO_WEBHOOK(name)
  const { method, headers, rawBody } = await signedDelivery(event, {
    apiKey: apiKey ?? route.apiKey(),
    timestamp,
  })
  return app.inject({ method, url: route.url, headers: { ...headers }, payload: rawBody })
}
