import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import { type Emulator, type EmulatorOptions, startEmulator } from '@scalapay-kit/emulator'
import { ScalapayModule } from '../scalapay.module.js'
import type { ScalapayModuleOptions, ScalapayWebhookOptions } from '../scalapay.options.js'
import { DEFAULT_NAME } from '../scalapay.tokens.js'
import { splitWebhooks } from '../webhooks/route.js'

/** The module's own options, without those that lead to the emulator; and the emulator's. */
export interface ScalapayTestingOptions
  extends Omit<
    ScalapayModuleOptions,
    'apiKey' | 'deviceApiKey' | 'environment' | 'baseUrl' | 'webhooks'
  > {
  /** @default 'default' */
  name?: string | undefined
  /** @default true */
  isGlobal?: boolean | undefined
  /** Mounts the webhook route; `{}` for all defaults. Without it no route is mounted. */
  webhooks?: ScalapayWebhookOptions | undefined
  /**
   * Options of the emulator.
   * @default { port: 0, seed: 1, clock: 'manual' }
   */
  emulator?: EmulatorOptions | undefined
}

/**
 * The token under which Nest keeps the emulator of an account.
 *
 * @defaultValue `name` is `'default'`
 * @example const emulator = moduleRef.get<Emulator>(getScalapayEmulatorToken())
 */
export function getScalapayEmulatorToken(name: string = DEFAULT_NAME): symbol {
  return Symbol.for(`scalapay-kit.nestjs.emulator.${name}`)
}

/**
 * Injects the emulator of an account.
 *
 * @defaultValue `name` is `'default'`
 */
export function InjectScalapayEmulator(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getScalapayEmulatorToken(name))
}

/**
 * Stands in for `ScalapayModule` in tests: the same client, handlers and route, with an emulator in this process in place
 * of Scalapay. It is closed with the module: `await moduleRef.close()`.
 *
 * @example Test.createTestingModule({ imports: [ScalapayTestingModule.forRoot(), OrdersModule] })
 */
@Module({})
export class ScalapayTestingModule {
  static forRoot(options: ScalapayTestingOptions = {}): DynamicModule {
    const { name, isGlobal, webhooks, emulator: emulatorOptions, ...rest } = options
    const token = getScalapayEmulatorToken(name)
    const split = webhooks && splitWebhooks(webhooks)
    const emulatorModule = emulatorModuleFor(token, emulatorOptions)
    return {
      module: ScalapayTestingModule,
      imports: [
        emulatorModule,
        ScalapayModule.forRootAsync({
          name,
          isGlobal,
          webhooks: split?.route,
          imports: [emulatorModule],
          inject: [token],
          useFactory: ({ merchantKey, deviceKey, url }: Emulator) => ({
            ...rest,
            webhooks: split?.settings,
            apiKey: merchantKey,
            deviceApiKey: deviceKey,
            environment: 'emulator' as const,
            baseUrl: url,
          }),
        }),
      ],
      exports: [emulatorModule],
    }
  }
}

/** Ends with the application; what a test left open would keep the test runner alive. */
class EmulatorLifetime implements OnApplicationShutdown {
  readonly #emulator: Emulator

  constructor(emulator: Emulator) {
    this.#emulator = emulator
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#emulator.close()
  }
}

function emulatorModuleFor(token: symbol, options: EmulatorOptions = {}): DynamicModule {
  return {
    module: class ScalapayEmulatorModule {},
    global: true,
    providers: [
      {
        provide: token,
        useFactory: () => startEmulator({ port: 0, seed: 1, clock: 'manual', ...options }),
      },
      {
        provide: EmulatorLifetime,
        inject: [token],
        useFactory: (emulator: Emulator) => new EmulatorLifetime(emulator),
      },
    ],
    exports: [token],
  }
}
