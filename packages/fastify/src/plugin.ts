import { Scalapay } from '@scalapay-kit/core'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { assertNameIsFree, decorate } from './instances.js'
import { isReadyClient, readName, type ScalapayPluginOptions } from './options.js'

async function register(fastify: FastifyInstance, options: ScalapayPluginOptions): Promise<void> {
  const name = readName(options)
  assertNameIsFree(fastify, name)

  if (isReadyClient(options)) {
    decorate(fastify, name, options.client)
    return
  }

  const client = new Scalapay({
    ...options,
    logger: options.logger ?? fastify.log.child({ module: 'scalapay' }),
  })
  decorate(fastify, name, client)
  fastify.addHook('onClose', () => client.close())
}

/**
 * Registers a Scalapay client as `app.scalapay`, logging through the app's own logger, closed with the app.
 *
 * @example
 * await app.register(scalapay, { apiKey, environment: 'sandbox' })
 * const order = await app.scalapay.orders.get(token)
 *
 * @throws FST_SCALAPAY_DUPLICATE when the name is taken in this scope
 * @throws FST_SCALAPAY_OPTIONS when `client` stands beside options that it would make void
 * @throws ScalapayConfigError when the core refuses its options, for example a malformed key
 */
export const scalapayPlugin: FastifyPluginAsync<ScalapayPluginOptions> = fp(register, {
  name: '@scalapay-kit/fastify',
  fastify: '5.x',
})
