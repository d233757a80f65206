import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Injectable,
  Post,
  Req,
  Res,
  SetMetadata,
  VersioningType,
} from '@nestjs/common'
import { APP_GUARD, Reflector } from '@nestjs/core'
import type { WebhookReceiver } from '@scalapay-kit/core/webhooks'
import { describe, expect, it } from 'vitest'
import {
  InjectScalapayWebhooks,
  OnScalapayEvent,
  ScalapayModule,
  type ScalapayWebhookOptions,
} from '../../src/index.js'
import { type AppSettings, adapters, startApp } from '../support/app.js'
import { deliver, options } from '../support/deliver.js'

@Injectable()
class OrderEvents {
  @OnScalapayEvent('charged')
  onCharged(): void {}
}

const start = (webhooks: ScalapayWebhookOptions, settings: AppSettings = {}) => {
  const imports = [ScalapayModule.forRoot({ ...options, webhooks })]
  return startApp({ imports, providers: [OrderEvents] }, settings)
}

const RECEIVED = { status: 200, body: { received: true } }

describe.each(adapters)('the webhook route on %s', (_, adapter) => {
  it('answers exactly 200 (S39)', async () => {
    await using shop = await start({}, { adapter: adapter() })
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual(RECEIVED)
  })

  it('is behind the global prefix, and at a path of its own', async () => {
    const configure: AppSettings['configure'] = (app) => app.setGlobalPrefix('api')
    await using shop = await start({ path: '/hooks' }, { adapter: adapter(), configure })
    expect(await deliver(`${shop.url}/api/hooks`)).toEqual(RECEIVED)
    expect((await deliver(`${shop.url}/hooks`)).status).toBe(404)
  })

  it('can be excluded from the global prefix', async () => {
    await using shop = await start(
      {},
      {
        adapter: adapter(),
        configure: (app) => app.setGlobalPrefix('api', { exclude: ['webhooks/scalapay'] }),
      },
    )
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual(RECEIVED)
  })

  it('keeps its address when the application has versions, unless it is given one', async () => {
    const configure: AppSettings['configure'] = (app) =>
      app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })
    await using neutral = await start({}, { adapter: adapter(), configure })
    expect(await deliver(`${neutral.url}/webhooks/scalapay`)).toEqual(RECEIVED)
    await using versioned = await start({ version: '2' }, { adapter: adapter(), configure })
    expect(await deliver(`${versioned.url}/v2/webhooks/scalapay`)).toEqual(RECEIVED)
    expect((await deliver(`${versioned.url}/webhooks/scalapay`)).status).toBe(404)
  })

  it('answers on the host that it is given alone', async () => {
    await using shop = await start({ host: '127.0.0.1' }, { adapter: adapter() })
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual(RECEIVED)
    const elsewhere = shop.url.replace('127.0.0.1', 'localhost')
    expect((await deliver(`${elsewhere}/webhooks/scalapay`)).status).toBe(404)
  })

  it('is guarded like any other, and takes decorators that guards look at', async () => {
    const PUBLIC = 'is-public'
    @Injectable()
    class OnlyPublic implements CanActivate {
      constructor(readonly reflector: Reflector) {}
      canActivate(context: ExecutionContext): boolean {
        return this.reflector.get<boolean>(PUBLIC, context.getClass()) === true
      }
    }
    const guard = { provide: APP_GUARD, useClass: OnlyPublic }
    const register = (decorators: ClassDecorator[]) => ({
      imports: [ScalapayModule.forRoot({ ...options, webhooks: { decorators } })],
      providers: [OrderEvents, guard],
    })
    await using closed = await startApp(register([]), { adapter: adapter() })
    expect((await deliver(`${closed.url}/webhooks/scalapay`)).status).toBe(403)
    const open = register([SetMetadata(PUBLIC, true)])
    await using shop = await startApp(open, { adapter: adapter() })
    expect(await deliver(`${shop.url}/webhooks/scalapay`)).toEqual(RECEIVED)
  })

  it('gives way to a route of the application, with the same handlers', async () => {
    @Controller('own')
    class OwnController {
      constructor(@InjectScalapayWebhooks() readonly webhooks: WebhookReceiver) {}
      @Post()
      async receive(
        @Req() request: { rawBody: Buffer; headers: Record<string, string> },
        @Res({ passthrough: true }) response: { status(code: number): unknown },
      ): Promise<object> {
        const { rawBody, headers } = request
        const { status, body } = await this.webhooks.receive({ rawBody, headers })
        response.status(status)
        return body
      }
    }
    const imports = [ScalapayModule.forRoot({ ...options, webhooks: { enabled: false } })]
    await using shop = await startApp(
      { imports, controllers: [OwnController], providers: [OrderEvents] },
      { adapter: adapter() },
    )
    expect((await deliver(`${shop.url}/webhooks/scalapay`)).status).toBe(404)
    expect(await deliver(`${shop.url}/own`)).toEqual(RECEIVED)
    expect((await deliver(`${shop.url}/own`, 'charged', 'another-key')).status).toBe(401)
  })
})
