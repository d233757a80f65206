import type { NestExpressApplication } from '@nestjs/platform-express'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { signedDelivery } from '@scalapay-kit/core/testing'
import { describe, expect, it } from 'vitest'
import { ScalapayModule, type ScalapayWebhookOptions } from '../../src/index.js'
import { type AppSettings, adapters, createApp, startApp } from '../support/app.js'
import { API_KEY, deliver, options } from '../support/deliver.js'

const imports = (webhooks: ScalapayWebhookOptions = {}) => [
  ScalapayModule.forRoot({ ...options, webhooks: { on: { charged: () => {} }, ...webhooks } }),
]

const withoutRawBody = { rawBody: false }

describe('the start without the raw body (S33)', () => {
  it.each([
    [
      'Express',
      () => new ExpressAdapter(),
      'NestFactory.create(AppModule, { rawBody: true })',
      withoutRawBody,
    ],
    [
      'Fastify',
      () => new FastifyAdapter(),
      'NestFactory.create(AppModule, new FastifyAdapter(), { rawBody: true })',
      withoutRawBody,
    ],
    [
      "Fastify's own parser",
      () => new FastifyAdapter(),
      'NestFactory.create(AppModule, new FastifyAdapter(), { rawBody: true })',
      { bodyParser: false },
    ],
  ])('fails on %s, with the line to add', async (_, adapter, line, nestOptions) => {
    const app = await createApp(
      { imports: imports() },
      { adapter: adapter(), options: nestOptions },
    )
    await expect(app.init()).rejects.toThrow(`add rawBody: true: ${line}.`)
    await app.close()
  })

  it.each(adapters)('succeeds on %s when no webhook route is mounted', async (_, adapter) => {
    const app = await createApp(
      { imports: [...imports({ enabled: false })] },
      { adapter: adapter(), options: withoutRawBody },
    )
    await expect(app.init()).resolves.toBe(app)
    await app.close()
  })
})

const expressJson = async (settings: object) => {
  const { default: express } = await import('express')
  return express.json(settings)
}

const kept: [string, AppSettings, path?: string][] = [
  ['no parser', { options: { bodyParser: false } }],
  [
    'a parser of bytes before that of Nest',
    {
      options: withoutRawBody,
      configure: async (app) => {
        const { default: express } = await import('express')
        app.use('/webhooks', express.raw({ type: '*/*' }))
      },
    },
  ],
  [
    'a parser of its own that keeps the bytes',
    {
      options: { bodyParser: false },
      configure: async (app) => {
        const verify = (request: object, _: unknown, rawBody: Buffer) =>
          Object.assign(request, { rawBody })
        app.use(await expressJson({ verify }))
      },
    },
  ],
  [
    'a parser of its own that keeps the bytes of this address alone',
    {
      options: { bodyParser: false },
      configure: async (app) => {
        app.setGlobalPrefix('api', { exclude: ['other'] })
        const verify = (request: { originalUrl: string }, _: unknown, rawBody: Buffer) => {
          if (request.originalUrl.startsWith('/api/webhooks/')) Object.assign(request, { rawBody })
        }
        app.use(await expressJson({ verify }))
      },
    },
    '/api/webhooks/scalapay',
  ],
  [
    'a parser of its own that looks at more than the start shows it',
    {
      options: { bodyParser: false },
      configure: async (app) => {
        const verify = (request: { socket: object }, _: unknown, rawBody: Buffer) =>
          'remoteAddress' in request.socket && Object.assign(request, { rawBody })
        app.use(await expressJson({ verify }))
      },
    },
  ],
  [
    'a parser of its own for another type',
    {
      options: { bodyParser: false },
      configure: async (app) => app.use(await expressJson({ type: 'application/vnd.api+json' })),
    },
  ],
  [
    "Nest's parser with a limit of its own",
    {
      configure: (app) => (app as NestExpressApplication).useBodyParser('json', { limit: '2mb' }),
    },
  ],
  [
    "Nest's parser with a limit of its own, on Fastify",
    {
      adapter: new FastifyAdapter(),
      configure: (app) =>
        (app as NestFastifyApplication).useBodyParser('application/json', { bodyLimit: 2_000_000 }),
    },
  ],
  [
    'a parser that leaves bytes, on Fastify',
    {
      adapter: new FastifyAdapter(),
      options: { bodyParser: false },
      configure: (app) => {
        const fastify = (app as NestFastifyApplication).getHttpAdapter().getInstance()
        fastify.removeContentTypeParser('application/json')
        fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) =>
          done(null, body),
        )
      },
    },
  ],
]

describe('the raw body', () => {
  it.each(kept)('is found with %s', async (_, settings, path = '/webhooks/scalapay') => {
    await using shop = await startApp({ imports: imports() }, settings)
    expect((await deliver(`${shop.url}${path}`)).status).toBe(200)
  })

  it.each(adapters)('is verified as it came, on %s (S32)', async (_, adapter) => {
    await using shop = await startApp({ imports: imports() }, { adapter: adapter() })
    const { headers, rawBody } = await signedDelivery('charged', { apiKey: API_KEY })
    const send = (body: string) =>
      fetch(`${shop.url}/webhooks/scalapay`, { method: 'POST', headers: { ...headers }, body })
    expect((await send(rawBody.replace('40.7', '40.70'))).status).toBe(401)
    expect((await send(rawBody)).status).toBe(200)
  })

  it('is read up to the limit and not beyond, where the route reads it itself', async () => {
    await using shop = await startApp(
      { imports: imports({ maxBodyBytes: 1_000 }) },
      { options: { bodyParser: false } },
    )
    const large = { status: 'charged', orderToken: 'x'.repeat(500_000) }
    expect(await deliver(`${shop.url}/webhooks/scalapay`, large)).toEqual({
      status: 413,
      body: { received: false, reason: 'body-too-large' },
    })
  })

  it('that was parsed after all is refused with 500, and is not verified', async () => {
    await using shop = await startApp(
      { imports: imports() },
      {
        configure: async (app) => {
          // A parser that the start cannot see, as it runs inside another middleware.
          const parse = await expressJson({})
          app.use((request: object, response: object, next: () => void) =>
            parse(request as never, response as never, next),
          )
        },
      },
    )
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual({
      status: 500,
      body: { received: false, reason: 'body-already-parsed' },
    })
  })
})
