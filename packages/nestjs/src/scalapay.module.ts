import { type DynamicModule, Module } from '@nestjs/common'
import {
  type ASYNC_OPTIONS_TYPE,
  ConfigurableModuleClass,
  type OPTIONS_TYPE,
} from './scalapay.module-definition.js'

/**
 * Makes the Scalapay client injectable by its class, `Scalapay`, and mounts the webhook route when `webhooks` is given.
 * Calls and deliveries are logged with Nest's logger. When the application is closed, running webhook handlers are waited
 * for and connections are closed: call `app.enableShutdownHooks()`, so that a signal closes it too.
 *
 * @example
 * imports: [ScalapayModule.forRoot({ apiKey, environment: 'sandbox', webhooks: {} })]
 */
@Module({})
export class ScalapayModule extends ConfigurableModuleClass {
  /**
   * With options that are known now. Wrong ones stop the start of the application.
   *
   * @throws ScalapayConfigError when the application starts, naming every problem at once
   */
  static override forRoot(options: typeof OPTIONS_TYPE): DynamicModule {
    // An application in JavaScript may give none; the core's list of what is missing helps more than a TypeError.
    return super.forRoot(options ?? {})
  }

  /**
   * With options from a factory (`useFactory` with `inject` and `imports`), or from a class with
   * `createScalapayOptions()` (`useClass`, `useExisting`). `name`, `isGlobal` and the place of the webhook route stand beside
   * the factory, which runs too late for them.
   *
   * @throws ScalapayConfigError when the application starts, naming every problem at once
   */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    return super.forRootAsync(options)
  }
}
