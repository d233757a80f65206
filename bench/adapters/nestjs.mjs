// @ts-check
/** The module on Nest's Fastify adapter, with one decorated handler. Decorators are called by hand: this is no TypeScript. */
import { createRequire } from 'node:module'
import { OnScalapayEvent, ScalapayModule } from '@scalapay-kit/nestjs'
import { deliverTo } from '../support/deliver.mjs'

// Nest finds its own parts by their classes, so it must be the very copy that the module has.
const require = createRequire(import.meta.resolve('@scalapay-kit/nestjs/package.json'))
const { Controller, HttpCode, Module, Post } = require('@nestjs/common')
const { NestFactory } = require('@nestjs/core')
const { FastifyAdapter } = require('@nestjs/platform-fastify')

export const label = '`@scalapay-kit/nestjs` on Fastify'

/** @param {string} apiKey */
export async function open(apiKey) {
  class Bare {
    answer() {
      return { ok: true }
    }
  }
  decorate(Bare, 'answer', [Post('bare'), HttpCode(200)])
  Controller()(Bare)
  class Payments {
    async settle() {}
  }
  decorate(Payments, 'settle', [OnScalapayEvent('charged')])
  class App {}
  Module({
    imports: [ScalapayModule.forRoot({ apiKey, environment: 'emulator', webhooks: {} })],
    controllers: [Bare],
    providers: [Payments],
  })(App)
  const app = await NestFactory.create(App, new FastifyAdapter(), { rawBody: true, logger: false })
  await app.init()
  return { bare: deliverTo(app, '/bare'), webhook: deliverTo(app, '/webhooks/scalapay') }
}

/**
 * @param {Function} target
 * @param {string} method
 * @param {MethodDecorator[]} decorators
 */
function decorate(target, method, decorators) {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, method)
  for (const decorator of decorators) decorator(target.prototype, method, descriptor ?? {})
}
