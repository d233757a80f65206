import type Current from 'fastify'
import oldest from 'fastify-oldest'
import { expect, it, onTestFinished } from 'vitest'
import scalapay, { getScalapay } from '../src/index.js'
import { injectWebhook } from '../src/testing.js'

const Fastify = oldest as unknown as typeof Current

it('works with the oldest Fastify that the package admits: 5.0.0', async () => {
  const app = Fastify()
  onTestFinished(() => app.close())
  const webhooks = { on: { charged: () => undefined } }
  await app.register(scalapay, { apiKey: 'a-merchant-key-0001', environment: 'sandbox', webhooks })
  expect(app.version).toBe('5.0.0')
  expect(getScalapay(app)).toBe(app.scalapay)
  expect((await injectWebhook(app, 'charged')).statusCode).toBe(200)
})
