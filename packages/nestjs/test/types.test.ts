import type { DynamicModule } from '@nestjs/common'
import { expectTypeOf, it } from 'vitest'
import {
  OnScalapayEvent,
  ScalapayModule,
  type WebhookContext,
  type WebhookEvent,
} from '../src/index.js'

const options = { apiKey: 'key', environment: 'sandbox' } as const

it('types handlers and options, and refuses wrong ones', () => {
  class Right {
    @OnScalapayEvent('charged')
    withNothing(): void {}

    @OnScalapayEvent(['authorized', 'unknown'], { name: 'fr' })
    async withAll(_event: WebhookEvent, _context: WebhookContext): Promise<void> {}

    @OnScalapayEvent('*')
    withAPart(_event: Pick<WebhookEvent, 'orderToken'>): string {
      return ''
    }
  }

  class _Wrong {
    // @ts-expect-error -- the event does not exist
    @OnScalapayEvent('payed')
    misspelt(): void {}

    // @ts-expect-error -- the event is an object
    @OnScalapayEvent('charged')
    withText(_event: string): void {}

    // @ts-expect-error -- nothing gives a third argument
    @OnScalapayEvent('charged')
    withMore(_event: WebhookEvent, _context: WebhookContext, _more: string): void {}
  }

  const registrations = [
    ScalapayModule.forRoot({ ...options, webhooks: { path: 'hooks', leaseMs: 1_000 } }),
    ScalapayModule.forRootAsync({ webhooks: { path: 'hooks' }, useFactory: () => options }),
    // @ts-expect-error -- the environment is required
    ScalapayModule.forRoot({ apiKey: 'key' }),
    // @ts-expect-error -- the environment does not exist
    ScalapayModule.forRoot({ ...options, environment: 'test' }),
    // @ts-expect-error -- the option does not exist
    ScalapayModule.forRoot({ ...options, webhook: {} }),
    // @ts-expect-error -- a factory gives the environment too
    ScalapayModule.forRootAsync({ useFactory: () => ({ apiKey: 'key' }) }),
  ]
  expectTypeOf<Right['withAPart']>().returns.toEqualTypeOf<string>()
  expectTypeOf(registrations).items.toEqualTypeOf<DynamicModule>()
})
