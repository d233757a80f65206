import { inspect } from 'node:util'
import Fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import scalapay, { scalapayWebhook, type WebhookEvent } from '../../src/index.js'
import { injectWebhook } from '../../src/testing.js'

const client = { apiKey: 'a-merchant-key-0001', environment: 'sandbox' } as const

let app: FastifyInstance
let events: WebhookEvent[]
const on = { '*': (event: WebhookEvent) => void events.push(event) }

beforeEach(() => {
  app = Fastify()
  events = []
  onTestFinished(() => app.close())
})

it('delivers a sample event to an app that is not ready yet', async () => {
  app.register(scalapay, { ...client, webhooks: { on } })
  expect((await injectWebhook(app, 'charged')).statusCode).toBe(200)
  expect(events).toMatchObject([{ status: 'charged' }])
})

it('delivers a payload of your own', async () => {
  app.register(scalapay, { ...client, webhooks: { on } })
  await injectWebhook(app, { status: 'authorized', orderToken: 'T7' })
  expect(events).toMatchObject([{ status: 'authorized', orderToken: 'T7' }])
})

it('signs with the first of several keys, or with the one that is given', async () => {
  app.register(scalapay, { ...client, webhooks: { on, apiKeys: ['new-key', 'old-key'] } })
  expect((await injectWebhook(app, 'charged')).statusCode).toBe(200)
  expect((await injectWebhook(app, 'created', { apiKey: 'old-key' })).statusCode).toBe(200)
  expect((await injectWebhook(app, 'expired', { apiKey: 'forged' })).statusCode).toBe(401)
})

it('sends a body of its own, character for character', async () => {
  app.register(scalapay, { ...client, webhooks: { on } })
  const rawBody = '{ "status": "charged",\n"orderToken": "T8" }'
  expect((await injectWebhook(app, 'charged', { rawBody })).statusCode).toBe(200)
  expect((await injectWebhook(app, 'charged', { rawBody: '{' })).statusCode).toBe(400)
  expect(events).toMatchObject([{ orderToken: 'T8' }])
})

it('signs at the time that is given', async () => {
  app.register(scalapay, { ...client, webhooks: { on } })
  expect((await injectWebhook(app, 'charged', { timestamp: 0 })).statusCode).toBe(401)
})

it('finds the route of a named account, under whatever prefix', async () => {
  app.register(async (scope) => {
    scope.register(scalapay, { ...client, name: 'fr', prefix: '/deep/', webhooks: { on } })
  })
  expect((await injectWebhook(app, 'charged', { name: 'fr' })).statusCode).toBe(200)
})

it('finds a route that is mounted by hand', async () => {
  app.register(scalapayWebhook, { on, apiKeys: 'k', prefix: '/hand' })
  expect((await injectWebhook(app, 'charged')).statusCode).toBe(200)
})

it('says what to do when no route has the name', async () => {
  app.register(scalapay, client)
  await expect(injectWebhook(app, 'charged', { name: 'it' })).rejects.toMatchObject({
    code: 'FST_SCALAPAY_NO_WEBHOOK',
    message: expect.stringContaining("account 'it'. Register the plugin with webhooks:"),
  })
})

it('leaves no key where the app could be printed', async () => {
  app.register(scalapay, { ...client, webhooks: { on } })
  app.decorate('shop', { settings: { name: 'a name that is printed' } })
  await app.ready()
  const printed = inspect(app, { depth: 12, showHidden: true })
  expect(printed).toContain('a name that is printed')
  expect(printed).not.toContain(client.apiKey)
})
