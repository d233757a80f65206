import { fileURLToPath } from 'node:url'
import autoload from '@fastify/autoload'
import { signedDelivery } from '@scalapay-kit/core/testing'
import Fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'

const folder = (name: string) => fileURLToPath(new URL(`./autoload/${name}`, import.meta.url))

it('the built package works with @fastify/autoload: client and route from plugins/, a route by hand from routes/', async () => {
  const app = Fastify()
  onTestFinished(() => app.close())
  await app.register(autoload, { dir: folder('plugins') })
  await app.register(autoload, { dir: folder('routes') })

  const client = await app.inject('/hooks/client')
  const { method, headers, rawBody } = await signedDelivery('charged', {
    apiKey: 'a-merchant-key-0001',
  })
  const deliver = (url: string) =>
    app.inject({ method, url, headers: { ...headers }, payload: rawBody })

  expect(client.body).toBe('sandbox')
  expect((await deliver('/webhooks/scalapay')).statusCode).toBe(200)
  expect((await deliver('/hooks/scalapay')).statusCode).toBe(200)
})
