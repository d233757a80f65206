import { signedDelivery } from '@scalapay-kit/core/testing'
import Fastify, { type FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import scalapay, { scalapayWebhook, type WebhookEvent } from '../../src/index.js'

const KEY = 'a-merchant-key-0001'
const client = { apiKey: KEY, environment: 'sandbox' } as const

let app: FastifyInstance
let events: WebhookEvent[]

const on = { '*': (event: WebhookEvent) => void events.push(event) }

beforeEach(() => {
  app = Fastify()
  events = []
  onTestFinished(() => app.close())
})

async function deliver(url: string, apiKey = KEY): Promise<number> {
  const { method, headers, rawBody } = await signedDelivery('charged', { apiKey })
  const { statusCode } = await app.inject({
    method,
    url,
    headers: { ...headers },
    payload: rawBody,
  })
  return statusCode
}

describe('the webhook route', () => {
  it('is there only when webhooks are asked for', async () => {
    await app.register(scalapay, client)
    expect(await deliver('/webhooks/scalapay')).toBe(404)
  })

  it('verifies with the key of the client', async () => {
    await app.register(scalapay, { ...client, webhooks: { on } })
    expect(await deliver('/webhooks/scalapay')).toBe(200)
    expect(await deliver('/webhooks/scalapay', 'another-key')).toBe(401)
  })

  it('verifies with keys of its own, beside a client whose key changes', async () => {
    const webhooks = { on, apiKeys: ['new-key', 'old-key'] }
    await app.register(scalapay, { ...client, apiKey: () => KEY, webhooks })
    const statuses = [
      await deliver('/webhooks/scalapay', 'old-key'),
      await deliver('/webhooks/scalapay'),
    ]
    expect(statuses).toEqual([200, 401])
  })

  it('stands at the path that is given', async () => {
    await app.register(scalapay, { ...client, webhooks: { on, path: '/hooks' } })
    expect([await deliver('/hooks'), await deliver('/webhooks/scalapay')]).toEqual([200, 404])
  })

  it('of a named account has the name in its path', async () => {
    await app.register(scalapay, { ...client, webhooks: { on } })
    await app.register(scalapay, { ...client, name: 'fr', apiKey: 'fr-key', webhooks: { on } })
    expect(await deliver('/webhooks/scalapay/fr', 'fr-key')).toBe(200)
    expect(await deliver('/webhooks/scalapay', 'fr-key')).toBe(401)
  })

  it('honours the prefix of the registration', async () => {
    await app.register(scalapay, { ...client, prefix: '/api', webhooks: { on } })
    expect(await deliver('/api/webhooks/scalapay')).toBe(200)
  })

  it('refuses what a hook of the app refuses, with its status and without its words', async () => {
    app.addHook('onRequest', async () => {
      throw Object.assign(new Error('not from 10.0.0.1'), { statusCode: 403 })
    })
    await app.register(scalapay, { ...client, webhooks: { on } })
    const answer = await app.inject({ method: 'POST', url: '/webhooks/scalapay', payload: {} })
    expect([answer.statusCode, answer.json()]).toEqual([403, { received: false, reason: 'failed' }])
  })

  it('honours the prefix of the scope, and stays inside it', async () => {
    await app.register(async (scope) => scope.register(scalapay, { ...client, webhooks: { on } }), {
      prefix: '/shop',
    })
    expect(await deliver('/shop/webhooks/scalapay')).toBe(200)
    expect(app.hasDecorator('scalapay')).toBe(false)
  })

  it('takes POST alone', async () => {
    await app.register(scalapay, { ...client, webhooks: { on } })
    expect((await app.inject('/webhooks/scalapay')).statusCode).toBe(404)
  })

  it('cannot be mounted where another route is', async () => {
    app.post('/webhooks/scalapay', () => 'mine')
    await expect(app.register(scalapay, { ...client, webhooks: { on } })).rejects.toMatchObject({
      code: 'FST_SCALAPAY_DUPLICATE_ROUTE',
      message: expect.stringContaining('POST /webhooks/scalapay exists already'),
    })
  })

  it('gets the bytes although the app has parsers of its own for every content type', async () => {
    for (const type of ['application/json', '*']) {
      app.removeContentTypeParser(type)
      app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) =>
        done(null, { parsed: body }),
      )
    }
    app.post('/own', ({ body }, reply) => reply.send(body))
    await app.register(scalapay, { ...client, webhooks: { on } })
    expect(await deliver('/webhooks/scalapay')).toBe(200)
    const own = await app.inject({ method: 'POST', url: '/own', payload: { a: 1 } })
    expect(own.json()).toEqual({ parsed: '{"a":1}' })
  })

  it('stands in an app whose schemas are not JSON Schema', async () => {
    const zodOnly = () => {
      throw new Error('not a schema of zod')
    }
    app.setSerializerCompiler(zodOnly).setValidatorCompiler(zodOnly)
    await app.register(scalapay, { ...client, webhooks: { on } })
    expect(await deliver('/webhooks/scalapay')).toBe(200)
  })

  it("answers in its own words, not with the app's error page", async () => {
    app.setErrorHandler((_error, _request, reply) => reply.type('text/html').send('<h1>Oh</h1>'))
    const reports: unknown[] = []
    const onReport = (report: object) => void reports.push(report)
    await app.register(scalapay, { ...client, webhooks: { on, maxBodyBytes: 10, onReport } })
    const { method, headers, rawBody } = await signedDelivery('charged', { apiKey: KEY })
    const answer = await app.inject({
      method,
      url: '/webhooks/scalapay',
      headers: { ...headers },
      payload: rawBody,
    })
    expect([answer.statusCode, answer.json()]).toEqual([
      413,
      { received: false, reason: 'body-too-large' },
    ])
    expect(reports).toMatchObject([{ status: 413, reason: 'body-too-large', isLate: false }])
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('metrics are down')
      },
    ],
    ['rejects', async () => Promise.reject(new Error('metrics are down'))],
  ])('refuses a large body all the same when onReport %s', async (_title, onReport) => {
    const unhandled: unknown[] = []
    const note = (error: unknown) => void unhandled.push(error)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))
    await app.register(scalapay, { ...client, webhooks: { on, maxBodyBytes: 10, onReport } })
    const { method, headers, rawBody } = await signedDelivery('charged', { apiKey: KEY })
    const request = { url: '/webhooks/scalapay', headers: { ...headers }, payload: rawBody }
    const answer = await app.inject({ method, ...request })
    expect(answer.json()).toEqual({ received: false, reason: 'body-too-large' })
    // Node reports unhandled rejections only after the current turn.
    await new Promise((resolve) => setImmediate(resolve))
    expect(unhandled).toEqual([])
  })
})

describe('scalapayWebhook', () => {
  it('mounts the route by hand, in a scope with hooks and a prefix, with the key of the client', async () => {
    await app.register(scalapay, client)
    const seen: string[] = []
    await app.register(
      async (scope) => {
        scope.addHook('onRequest', async ({ url }) => void seen.push(url))
        await scope.register(scalapayWebhook, { on, path: '/scalapay', prefix: '/hooks' })
        scope.post('/json', async ({ body }) => body)
      },
      { prefix: '/internal' },
    )
    expect(await deliver('/internal/hooks/scalapay')).toBe(200)
    expect(seen).toEqual(['/internal/hooks/scalapay'])
    const sibling = { method: 'POST', url: '/internal/json', payload: { a: 1 } } as const
    expect((await app.inject(sibling)).json()).toEqual({ a: 1 })
  })

  it('takes the key of the account that it names', async () => {
    await app.register(scalapay, { ...client, name: 'fr', apiKey: 'fr-key' })
    await app.register(scalapayWebhook, { on, name: 'fr' })
    expect(await deliver('/webhooks/scalapay/fr', 'fr-key')).toBe(200)
  })

  it('needs no client when it has keys', async () => {
    await app.register(scalapayWebhook, { on, apiKeys: KEY })
    expect(await deliver('/webhooks/scalapay')).toBe(200)
  })
})
