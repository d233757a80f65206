import { Body, Controller, HttpCode, Module, Post, type Type } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import {
  type BootWebhooks,
  describeWebhookContract,
  overHttp,
  type WebhookAccount,
} from '@scalapay-kit/contract'
import type { WebhookHandler } from '@scalapay-kit/core/webhooks'
import { OnScalapayEvent, type ScalapayEventName, ScalapayModule } from '../../src/index.js'

@Controller('echo')
class EchoController {
  @Post()
  @HttpCode(200)
  echo(@Body() body: unknown): object {
    return { echo: body }
  }
}

/** A provider whose methods are the handlers of an account, decorated as in a source file. */
function providerOf({ name = 'default', webhooks }: WebhookAccount): Type<object> {
  const { [name]: Events = class {} } = { [name]: class {} }
  for (const [event, handlers] of Object.entries(webhooks.on)) {
    for (const [index, handle] of ([handlers].flat() as WebhookHandler[]).entries()) {
      const key = `${event}${index}`
      const value: WebhookHandler = (...given) => handle(...given)
      Object.defineProperty(Events.prototype, key, { value, configurable: true })
      OnScalapayEvent(event as ScalapayEventName, { name })(Events.prototype, key, { value })
    }
  }
  return Events
}

function bootOn(adapter: () => AbstractHttpAdapter, rawBody = true): BootWebhooks {
  return async (accounts) => {
    @Module({
      imports: accounts.map(({ name, webhooks: { on: _decorated, ...webhooks } }) =>
        ScalapayModule.forRoot({ apiKey: 'key-of-calls', environment: 'emulator', name, webhooks }),
      ),
      controllers: [EchoController],
      providers: accounts.map(providerOf),
    })
    class AppModule {}
    const options = { rawBody, logger: false, abortOnError: false } as const
    const app = await NestFactory.create(AppModule, adapter(), options)
    await app.listen(0, '127.0.0.1')
    return { send: overHttp(await app.getUrl()), close: () => app.close() }
  }
}

const express = () => new ExpressAdapter()
// Nest's parser on Fastify refuses a body with such a key, which the contract wants taken.
const fastify = () => new FastifyAdapter({ onProtoPoisoning: 'ignore' })

describeWebhookContract('Nest with Express', bootOn(express), {
  bootParsed: bootOn(express, false),
  parsesFirst: true,
})

describeWebhookContract('Nest with Fastify', bootOn(fastify), {
  bootParsed: bootOn(fastify, false),
  parsesFirst: true,
})
