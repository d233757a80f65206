import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Scope,
} from '@nestjs/common'
import { APP_INTERCEPTOR, REQUEST } from '@nestjs/core'
import { expect, it } from 'vitest'
import { OnScalapayEvent, ScalapayModule, type WebhookEvent } from '../../src/index.js'
import { startApp } from '../support/app.js'
import { deliver, options } from '../support/deliver.js'

it.each([
  ['a singleton', Scope.DEFAULT],
  ['request-scoped', Scope.REQUEST],
])(
  'a global request-scoped interceptor is made for each event, around a handler that is %s',
  async (_, scope) => {
    const seen: unknown[] = []
    @Injectable({ scope: Scope.REQUEST })
    class PerRequest implements NestInterceptor {
      constructor(@Inject(REQUEST) private readonly request: Partial<WebhookEvent>) {}
      intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
        seen.push(`${context.getType()} ${this.request?.status}`)
        return next.handle()
      }
    }
    @Injectable({ scope })
    class Events {
      @OnScalapayEvent('charged')
      onCharged(): void {
        seen.push('handled')
      }
    }
    await using shop = await startApp({
      imports: [ScalapayModule.forRoot({ ...options, webhooks: {} })],
      providers: [Events, { provide: APP_INTERCEPTOR, useClass: PerRequest }],
    })
    expect((await deliver(`${shop.url}/webhooks/scalapay`)).status).toBe(200)
    expect(seen).toEqual(['http undefined', 'scalapay_webhook charged', 'handled'])
  },
)
