import { Inject, Injectable, Module, type ModuleMetadata } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'
import { Scalapay } from '@scalapay-kit/core'
import { describe, expect, it } from 'vitest'
import {
  getScalapayOptionsToken,
  getScalapayToken,
  InjectScalapayOptions,
  ScalapayModule,
  type ScalapayModuleOptions,
  type ScalapayOptionsFactory,
} from '../src/index.js'
import { createApp } from './support/app.js'
import { options } from './support/deliver.js'

@Injectable()
class Orders {
  constructor(
    readonly scalapay: Scalapay,
    @InjectScalapayOptions() readonly options: ScalapayModuleOptions,
  ) {}
}

@Injectable()
class OptionsService implements ScalapayOptionsFactory {
  createScalapayOptions(): ScalapayModuleOptions {
    return options
  }
}

@Module({ providers: [OptionsService], exports: [OptionsService] })
class OptionsModule {}

const config = { ignoreEnvFile: true, load: [() => ({ key: options.apiKey })] }

const registrations: [string, NonNullable<ModuleMetadata['imports']>[number]][] = [
  ['forRoot', ScalapayModule.forRoot(options)],
  ['useFactory', ScalapayModule.forRootAsync({ useFactory: () => options })],
  [
    'useFactory with imports and inject',
    ScalapayModule.forRootAsync({
      imports: [ConfigModule.forRoot(config)],
      inject: [ConfigService],
      useFactory: async (values: ConfigService) => ({
        ...options,
        apiKey: values.getOrThrow<string>('key'),
      }),
    }),
  ],
  ['useClass', ScalapayModule.forRootAsync({ useClass: OptionsService })],
  [
    'useExisting',
    ScalapayModule.forRootAsync({ imports: [OptionsModule], useExisting: OptionsService }),
  ],
]

describe('ScalapayModule', () => {
  it.each(registrations)('injects the client by its class, with %s', async (_, registration) => {
    const app = await createApp({ imports: [registration], providers: [Orders] })
    const { scalapay, options: injected } = app.get(Orders)
    expect(scalapay).toBeInstanceOf(Scalapay)
    expect(scalapay.environment).toBe('emulator')
    expect(injected.apiKey).toBe(options.apiKey)
    await app.close()
  })

  it('is global, so that feature modules need not import it', async () => {
    @Module({ providers: [Orders] })
    class OrdersModule {}
    const app = await createApp({ imports: [OrdersModule, ScalapayModule.forRoot(options)] })
    expect(app.get(Orders, { strict: false }).scalapay).toBe(app.get(Scalapay))
    await app.close()
  })

  it('is visible only where it is imported, with isGlobal: false', async () => {
    @Module({ providers: [Orders] })
    class OrdersModule {}
    const registration = ScalapayModule.forRoot({ ...options, isGlobal: false })
    await expect(createApp({ imports: [OrdersModule, registration] })).rejects.toThrow(
      /can't resolve dependencies of the Orders/,
    )
  })

  it('takes undefined for the default of name and isGlobal', async () => {
    @Module({ providers: [Orders] })
    class OrdersModule {}
    const registration = ScalapayModule.forRoot({
      ...options,
      name: undefined,
      isGlobal: undefined,
    })
    const app = await createApp({ imports: [OrdersModule, registration] })
    expect(app.get(Orders, { strict: false }).scalapay).toBeInstanceOf(Scalapay)
    await app.close()
  })

  it('lets a test put another client in place of it', async () => {
    const client = new Scalapay({ ...options, baseUrl: 'http://127.0.0.1:1' })
    const app = await createApp(
      { imports: [ScalapayModule.forRoot(options)], providers: [Orders] },
      { override: (builder) => builder.overrideProvider(getScalapayToken()).useValue(client) },
    )
    expect(app.get(Orders).scalapay).toBe(client)
    await app.close()
  })

  it('starts without an HTTP server, as in a worker', async () => {
    const { NestFactory } = await import('@nestjs/core')
    @Injectable()
    class Reader {
      constructor(@Inject(getScalapayOptionsToken()) readonly options: ScalapayModuleOptions) {}
    }
    @Module({
      imports: [ScalapayModule.forRoot({ ...options, webhooks: { on: { charged: () => {} } } })],
      providers: [Reader],
    })
    class Worker {}
    const context = await NestFactory.createApplicationContext(Worker, { logger: false })
    expect(context.get(Reader).options.environment).toBe('emulator')
    await context.close()
  })

  it('logs calls with the logger of Nest, without the key', async () => {
    const lines: string[] = []
    const write = (message: string) => lines.push(message)
    const logger = { log: write, warn: write, error: write, debug: write }
    const app = await createApp(
      {
        imports: [
          ScalapayModule.forRoot({
            ...options,
            retry: false,
            fetch: async () => Response.json({ message: 'no' }, { status: 500 }),
          }),
        ],
      },
      { options: { logger } },
    )
    await app
      .get(Scalapay)
      .orders.get('TOKEN')
      .catch(() => undefined)
    const line = lines.find((text) => text.includes('scalapay request'))
    expect(line).toMatch(/^scalapay request operation=getOrder .*status=500/)
    expect(lines.join('\n')).not.toContain(options.apiKey)
    await app.close()
  })
})
