import {
  ConfigurableModuleBuilder,
  type DynamicModule,
  Logger,
  type Provider,
} from '@nestjs/common'
import { DiscoveryModule, ModulesContainer } from '@nestjs/core'
import {
  ACCOUNT,
  openAccount,
  REGISTRATION,
  type Registration,
  type ScalapayAccount,
} from './scalapay.account.js'
import type {
  ScalapayModuleExtras,
  ScalapayModuleOptions,
  ScalapayWebhookOptions,
} from './scalapay.options.js'
import {
  DEFAULT_NAME,
  getScalapayOptionsToken,
  getScalapayToken,
  getScalapayWebhooksToken,
} from './scalapay.tokens.js'
import { AccountWebhooks } from './webhooks/account-webhooks.js'
import { createWebhookController } from './webhooks/create-controller.js'
import { resolveRoute, splitWebhooks } from './webhooks/route.js'

const OPTIONS = Symbol.for('scalapay-kit.nestjs.given-options')

export const { ConfigurableModuleClass, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<ScalapayModuleOptions>({ optionsInjectionToken: OPTIONS })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createScalapayOptions')
    .setExtras<ScalapayModuleExtras>(
      { isGlobal: true, name: DEFAULT_NAME, webhooks: undefined },
      describeModule,
    )
    .build()

function describeModule(definition: DynamicModule, extras: ScalapayModuleExtras): DynamicModule {
  const registration = register(extras)
  const { name, route } = registration
  const exported = exportedProviders(name, route !== undefined)
  return {
    ...definition,
    global: extras.isGlobal ?? true,
    imports: [...(definition.imports ?? []), DiscoveryModule],
    controllers: route?.enabled ? [createWebhookController(route)] : [],
    providers: [
      ...(definition.providers ?? []),
      { provide: REGISTRATION, useValue: registration },
      ...ownProviders,
      ...exported,
    ],
    exports: exported.map(({ provide }) => provide),
  }
}

function register({ name, webhooks }: ScalapayModuleExtras): Registration {
  const known = name ?? DEFAULT_NAME
  if (webhooks === undefined) return { name: known, route: undefined, settings: {} }
  const { route, settings } = splitWebhooks<ScalapayWebhookOptions>(webhooks)
  return { name: known, route: resolveRoute(route, known), settings }
}

const ownProviders: Provider[] = [
  {
    provide: ACCOUNT,
    inject: [OPTIONS, REGISTRATION, ModulesContainer],
    useFactory: (
      options: ScalapayModuleOptions,
      registration: Registration,
      modules: ModulesContainer,
    ) => openAccount(options, registration, { modules, logger: loggerOf(registration) }),
  },
  AccountWebhooks,
]

function loggerOf({ name }: Registration): Logger {
  return new Logger(name === DEFAULT_NAME ? 'Scalapay' : `Scalapay ${name}`)
}

/** What other modules can inject. */
function exportedProviders(name: string, hasWebhooks: boolean) {
  const client = {
    provide: getScalapayToken(name),
    inject: [ACCOUNT],
    useFactory: (account: ScalapayAccount) => account.client,
  }
  const options = {
    provide: getScalapayOptionsToken(name),
    inject: [ACCOUNT],
    useFactory: (account: ScalapayAccount) => account.options,
  }
  const webhooks = { provide: getScalapayWebhooksToken(name), useExisting: AccountWebhooks }
  return hasWebhooks ? [client, options, webhooks] : [client, options]
}
