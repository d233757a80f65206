import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Scope,
  UseInterceptors,
} from '@nestjs/common'
import { APP_GUARD, APP_INTERCEPTOR, REQUEST } from '@nestjs/core'
import { afterEach, describe, expect, it } from 'vitest'
import {
  OnScalapayEvent,
  retryLater,
  SCALAPAY_WEBHOOK_CONTEXT,
  ScalapayModule,
  type WebhookContext,
  type WebhookEvent,
} from '../../src/index.js'
import { startApp } from '../support/app.js'
import { deliver, options } from '../support/deliver.js'

const seen: string[] = []
afterEach(() => {
  seen.length = 0
})

const imports = [ScalapayModule.forRoot({ ...options, webhooks: {} })]
const body = (status: string) => ({
  status,
  orderToken: 'T',
  totalAmount: 1,
  merchantReference: null,
})

describe('@OnScalapayEvent', () => {
  it('takes one event, several, all, or those that are not known', async () => {
    @Injectable()
    class Events {
      @OnScalapayEvent('charged')
      one(event: WebhookEvent): void {
        seen.push(`one ${event.status}`)
      }
      @OnScalapayEvent(['authorized', 'refunded'])
      several(event: WebhookEvent): void {
        seen.push(`several ${event.status}`)
      }
      @OnScalapayEvent(['*', 'charged'])
      all(event: WebhookEvent): void {
        seen.push(`all ${event.status}`)
      }
      @OnScalapayEvent('unknown')
      unknown(event: WebhookEvent): void {
        seen.push(`unknown ${event.status}`)
      }
    }
    await using shop = await startApp({ imports, providers: [Events] })
    for (const status of ['charged', 'authorized', 'refunded', 'disputed']) {
      expect((await deliver(`${shop.url}/webhooks/scalapay`, body(status))).status).toBe(200)
    }
    expect(seen).toEqual([
      'one charged',
      'all charged',
      'several authorized',
      'all authorized',
      'several refunded',
      'all refunded',
      'unknown disputed',
      'all disputed',
    ])
  })

  it('reruns only the handler that failed, when the delivery comes again (S37)', async () => {
    let failures = 1
    @Injectable()
    class Events {
      @OnScalapayEvent('charged')
      mail(): void {
        seen.push('mail')
      }
      @OnScalapayEvent('charged')
      stock(): void {
        seen.push('stock')
        if (failures-- > 0) throw retryLater('the row is locked')
      }
    }
    await using shop = await startApp({ imports, providers: [Events] })
    const answers = [
      await deliver(`${shop.url}/webhooks/scalapay`),
      await deliver(`${shop.url}/webhooks/scalapay`),
    ]
    expect(answers).toEqual([
      { status: 503, body: { received: false, reason: 'retry-later' } },
      { status: 200, body: { received: true } },
    ])
    expect(seen).toEqual(['mail', 'stock', 'stock'])
  })

  it('makes a request-scoped provider anew for each event, with the event as its request', async () => {
    let made = 0
    @Injectable({ scope: Scope.REQUEST })
    class Events {
      readonly number = ++made
      constructor(@Inject(REQUEST) readonly request: WebhookEvent) {}
      @OnScalapayEvent('*')
      on(event: WebhookEvent, context: WebhookContext): void {
        seen.push(`${this.number} ${event === this.request} ${context.keyIndex}`)
      }
    }
    await using shop = await startApp({ imports, providers: [Events] })
    await deliver(`${shop.url}/webhooks/scalapay`, 'authorized')
    await deliver(`${shop.url}/webhooks/scalapay`, 'charged')
    expect(seen).toEqual(['1 true 0', '2 true 0'])
  })

  it('calls a provider under two tokens, and an inherited handler, once', async () => {
    abstract class Base {
      @OnScalapayEvent('charged')
      on(): void {
        seen.push(this.constructor.name)
      }
    }
    @Injectable()
    class Events extends Base {}
    const alias = { provide: 'alias', useExisting: Events }
    const copy = { provide: 'copy', useFactory: (events: Events) => events, inject: [Events] }
    await using shop = await startApp({ imports, providers: [Events, alias, copy] })
    expect((await deliver(`${shop.url}/webhooks/scalapay`)).status).toBe(200)
    expect(seen).toEqual(['Events'])
  })
})

describe('a handler', () => {
  @Injectable()
  class Spy implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
      const [event]: Partial<WebhookEvent>[] = context.getArgs()
      seen.push(`${context.getType()} ${context.getHandler().name} ${event?.status ?? 'request'}`)
      return next.handle()
    }
  }

  it('runs inside interceptors, its own and global ones, with a context of its own type', async () => {
    @Injectable()
    class Events {
      @OnScalapayEvent('charged')
      @UseInterceptors(Spy)
      onCharged(): void {}
    }
    const everywhere = { provide: APP_INTERCEPTOR, useClass: Spy }
    await using shop = await startApp({ imports, providers: [Events, everywhere] })
    await deliver(`${shop.url}/webhooks/scalapay`)
    expect(SCALAPAY_WEBHOOK_CONTEXT).toBe('scalapay_webhook')
    expect(seen).toEqual([
      'http receive request',
      'scalapay_webhook onCharged charged',
      'scalapay_webhook onCharged charged',
    ])
  })

  it('is not guarded again: the guards of the route have let the delivery in', async () => {
    @Injectable()
    class Events {
      @OnScalapayEvent('charged')
      onCharged(): void {
        seen.push('called')
      }
    }
    const canActivate = (context: ExecutionContext) => {
      seen.push(`guard ${context.getType()}`)
      return true
    }
    const everywhere = { provide: APP_GUARD, useValue: { canActivate } }
    await using shop = await startApp({ imports, providers: [Events, everywhere] })
    expect((await deliver(`${shop.url}/webhooks/scalapay`)).status).toBe(200)
    expect(seen).toEqual(['guard http', 'called'])
  })

  it('that fails is not made a success by a filter that catches everything', async () => {
    const { Catch } = await import('@nestjs/common')
    const { APP_FILTER } = await import('@nestjs/core')
    @Catch()
    class Everything {
      catch(): string {
        return 'caught'
      }
    }
    @Injectable()
    class Events {
      @OnScalapayEvent('charged')
      onCharged(): void {
        throw new Error('the database is away')
      }
    }
    const everywhere = { provide: APP_FILTER, useClass: Everything }
    await using shop = await startApp({ imports, providers: [Events, everywhere] })
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual({
      status: 503,
      body: { received: false, reason: 'handler-failed' },
    })
  })
})
