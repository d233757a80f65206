import { Scalapay, type ScalapayOptions } from '@scalapay-kit/core'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { assertNameIsFree, decorate } from './instances.js'
import { keyOf, rememberKey } from './keys.js'
import { moduleLogger } from './log.js'
import {
  DEFAULT_NAME,
  isReadyClient,
  readyClientProblems,
  type ScalapayClientOptions,
  type ScalapayPluginOptions,
} from './options.js'
import { clientPart, pluginSchema, schemaProblems } from './options-schema.js'
import { Problems } from './problems.js'
import { mountWebhook, prepareWebhook } from './webhook-route.js'

async function register(
  fastify: FastifyInstance,
  options: ScalapayPluginOptions & { readonly prefix?: string },
): Promise<void> {
  const { name = DEFAULT_NAME, webhooks, prefix = '' } = options
  const problems = new Problems([
    ...schemaProblems(pluginSchema, options),
    ...readyClientProblems(options),
  ])
  const client = isReadyClient(options)
    ? options.client
    : problems.attempt(() => new Scalapay(clientOptions(fastify, options)))
  if (client !== undefined && !isReadyClient(options)) rememberKey(client, options.apiKey)
  const key = client === undefined ? keyFrom(options.apiKey) : keyOf(client)
  const webhook =
    typeof webhooks === 'object' && webhooks !== null
      ? prepareWebhook(fastify, { name, key, options: webhooks, where: 'webhooks.' }, problems)
      : undefined
  problems.throwAny()
  if (client === undefined) return

  assertNameIsFree(fastify, name)
  decorate(fastify, name, client)
  // Before the route, so that it runs after the route's own: handlers may call Scalapay until they have ended.
  if (!isReadyClient(options)) fastify.addHook('onClose', () => client.close())
  if (webhook !== undefined) {
    await fastify.register(async (scope) => mountWebhook(scope, webhook), { prefix })
  }
}

function clientOptions(fastify: FastifyInstance, options: ScalapayClientOptions): ScalapayOptions {
  return { ...clientPart(options), logger: options.logger ?? moduleLogger(fastify.log) }
}

/** Only so that a refused client does not look like missing webhook keys as well. */
function keyFrom(apiKey: unknown): string | undefined {
  return typeof apiKey === 'string' ? apiKey : undefined
}

/**
 * Registers a Scalapay client as `app.scalapay`, logging through the app's own logger, closed with the app; with
 * `webhooks`, also the route that receives Scalapay's deliveries.
 *
 * @example
 * await app.register(scalapay, { apiKey, environment: 'sandbox', webhooks: { on: { charged: settle } } })
 * const order = await app.scalapay.orders.get(token)
 *
 * @throws FST_SCALAPAY_OPTIONS naming everything that is wrong with the options, the core's too
 * @throws FST_SCALAPAY_DUPLICATE when the name is taken in this scope
 * @throws FST_SCALAPAY_DUPLICATE_ROUTE when the path of the webhook route is taken
 */
export const scalapayPlugin: FastifyPluginAsync<ScalapayPluginOptions> = fp(register, {
  name: '@scalapay-kit/fastify',
  fastify: '5.x',
})
