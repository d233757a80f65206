import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Http2SecureServer, Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { Scalapay } from '@scalapay-kit/core'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyTypeProvider,
} from 'fastify'
import { expectTypeOf, it } from 'vitest'
import {
  getScalapay,
  type ScalapayInstances,
  type ScalapayName,
  type ScalapayPluginOptions,
  type ScalapayWebhookPluginOptions,
  scalapayPlugin,
  scalapayWebhook,
} from '../src/index.js'
import { injectWebhook } from '../src/testing.js'

declare module '../src/instances.js' {
  interface ScalapayInstances {
    de: Scalapay
  }
}

declare const app: FastifyInstance

it('types the decorator, the plugins and the look-up', () => {
  expectTypeOf<FastifyInstance['scalapay']>().toEqualTypeOf<Scalapay>()
  expectTypeOf(scalapayPlugin).toEqualTypeOf<FastifyPluginAsync<ScalapayPluginOptions>>()
  expectTypeOf(scalapayWebhook).toEqualTypeOf<FastifyPluginAsync<ScalapayWebhookPluginOptions>>()
  expectTypeOf(getScalapay).returns.toEqualTypeOf<Scalapay>()
})

it('takes instances with another server, logger or type provider', () => {
  interface Provider extends FastifyTypeProvider {
    readonly validator: string
  }
  type Typed = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, Provider>
  type Secure = FastifyInstance<Http2SecureServer, Http2ServerRequest, Http2ServerResponse>
  expectTypeOf(getScalapay).toBeCallableWith({} as Typed)
  expectTypeOf(getScalapay).toBeCallableWith({} as Secure)
  expectTypeOf(injectWebhook).toBeCallableWith({} as Typed, 'charged')
  expectTypeOf(injectWebhook).toBeCallableWith({} as Secure, 'charged')
})

it('takes the names that the app has declared, and no other', () => {
  expectTypeOf<ScalapayInstances['de']>().toEqualTypeOf<Scalapay>()
  expectTypeOf<'default' | 'de'>().toExtend<ScalapayName>()
  const lookUps = [
    () => getScalapay(app),
    () => getScalapay(app, 'default'),
    () => getScalapay(app, 'de'),
    // @ts-expect-error -- this name was not declared
    () => getScalapay(app, 'uk'),
  ]
  expectTypeOf(lookUps).items.returns.toEqualTypeOf<Scalapay>()
})

it('requires an environment, or a ready client alone', () => {
  expectTypeOf<{ apiKey: string }>().not.toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ apiKey: string; environment: 'sandbox' }>().toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ client: Scalapay }>().toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ client: Scalapay; environment: 'sandbox' }>().not.toExtend<ScalapayPluginOptions>()
})

it('requires handlers for webhooks, and types the events that they get', () => {
  type Webhooks = NonNullable<ScalapayPluginOptions['webhooks']>
  expectTypeOf<{ path: string }>().not.toExtend<Webhooks>()
  expectTypeOf<{ on: { charged: () => void } }>().toExtend<Webhooks>()
  const webhooks: Webhooks = {
    on: {
      charged: (event, { keyIndex }) => {
        expectTypeOf(event.orderToken).toEqualTypeOf<string>()
        expectTypeOf(keyIndex).toEqualTypeOf<number>()
      },
      // @ts-expect-error -- the event does not exist
      paid: () => undefined,
    },
  }
  expectTypeOf(webhooks).toExtend<ScalapayWebhookPluginOptions>()
})
