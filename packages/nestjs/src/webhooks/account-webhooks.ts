import {
  Inject,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common'
import {
  ApplicationConfig,
  DiscoveryService,
  ExternalContextCreator,
  HttpAdapterHost,
  MetadataScanner,
  ModulesContainer,
} from '@nestjs/core'
import {
  createWebhookReceiver,
  type Delivery,
  type DrainOptions,
  type NamedWebhookHandler,
  type WebhookHandlers,
  type WebhookReceiver,
  type WebhookReply,
  type WebhookReport,
} from '@scalapay-kit/core/webhooks'
import {
  ACCOUNT,
  cannotStart,
  receiverProblems,
  registrationsIn,
  type ScalapayAccount,
} from '../scalapay.account.js'
import { type Calling, toWebhookHandler } from './call-handler.js'
import { type Discovery, type FoundHandler, findHandlers } from './find-handlers.js'
import type { ScalapayEventName } from './on-scalapay-event.js'
import { losesRawBody, rawBodyAdvice } from './raw-body-check.js'
import { logReport } from './report.js'

/** The parts of Nest that find and call handlers. */
interface NestParts extends Discovery, Calling {
  readonly modules: ModulesContainer
  readonly adapterHost: HttpAdapterHost
}

/** The webhooks of one account, from the start of the application to its end. */
export class AccountWebhooks
  implements WebhookReceiver, OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly #account: ScalapayAccount
  readonly #nest: NestParts
  #receiver: WebhookReceiver | undefined

  constructor(
    @Inject(ACCOUNT) account: ScalapayAccount,
    @Inject(DiscoveryService) discovery: DiscoveryService,
    @Inject(MetadataScanner) scanner: MetadataScanner,
    @Inject(ModulesContainer) modules: ModulesContainer,
    @Inject(ExternalContextCreator) creator: ExternalContextCreator,
    @Inject(HttpAdapterHost) adapterHost: HttpAdapterHost,
    @Inject(ApplicationConfig) config: ApplicationConfig,
  ) {
    this.#account = account
    this.#nest = { discovery, scanner, modules, creator, adapterHost, config }
  }

  get maxBodyBytes(): number {
    return this.#ready().maxBodyBytes
  }

  get drainTimeoutMs(): number {
    return this.#ready().drainTimeoutMs
  }

  /** Every provider exists now, so that all handlers can be found. */
  onModuleInit(): void {
    const { name, route, options } = this.#account
    const found = findHandlers(this.#nest)
    const problems = found.flatMap((handler) => this.#unknownAccountProblems(handler))
    const on = this.#withHandlers(found.filter((handler) => handler.name === name))
    if (route !== undefined) {
      if (Object.values(on).flat().length === 0) problems.push(NO_HANDLER)
      problems.push(...receiverProblems({ ...options.webhooks, on }, ['on']))
    }
    if (problems.length > 0) throw cannotStart(name, problems)
    if (route !== undefined) this.#receiver = this.#createReceiver(on)
  }

  #createReceiver(on: WebhookHandlers): WebhookReceiver {
    const { logger, options } = this.#account
    const { apiKeys = [], ...settings } = options.webhooks
    const report = logReport(logger)
    const onReport = (what: WebhookReport) => {
      report(what)
      return settings.onReport?.(what)
    }
    return createWebhookReceiver({ ...settings, apiKeys, on, onReport })
  }

  /** Body parsers are in place now. */
  async onApplicationBootstrap(): Promise<void> {
    const { name, route } = this.#account
    // An application context without a server, as for a worker, has no adapter.
    const adapter = this.#nest.adapterHost.httpAdapter
    if (!route?.enabled || !adapter) return
    if (await losesRawBody(adapter, route.path)) {
      throw cannotStart(name, [rawBodyAdvice(adapter.getType())])
    }
  }

  /** The server takes no more requests now. */
  async onApplicationShutdown(): Promise<void> {
    const { client, logger } = this.#account
    const drainTimeoutMs = this.#receiver?.drainTimeoutMs
    if (!(await this.drain({ timeoutMs: drainTimeoutMs }))) {
      const message = 'webhook handlers are still at work at the end of the shutdown'
      logger.warn({ drainTimeoutMs }, message)
    }
    await client.close()
  }

  async receive(delivery: Delivery): Promise<WebhookReply> {
    return this.#ready().receive(delivery)
  }

  #ready(): WebhookReceiver {
    if (this.#receiver !== undefined) return this.#receiver
    throw cannotStart(this.#account.name, [
      'webhooks: a delivery came before the application was initialised. Call app.init() or app.listen() first.',
    ])
  }

  async drain(bound?: DrainOptions): Promise<boolean> {
    return this.#receiver === undefined || this.#receiver.drain(bound)
  }

  /** A handler for an account that does not exist, or that has no webhooks, would never be called. */
  #unknownAccountProblems({ key, name }: FoundHandler): string[] {
    const registrations = registrationsIn(this.#nest.modules)
    const registration = registrations.find((other) => other.name === name)
    if (registration === undefined) {
      const names = registrations.map((other) => `'${other.name}'`).join(', ')
      return [
        `${key} waits for events of the account '${name}', which does not exist. The accounts are ${names}.`,
      ]
    }
    if (registration.route !== undefined) return []
    return [
      `${key} waits for events of the account '${name}', which has no webhook route. Add webhooks: {} to its ScalapayModule.forRoot({ … }).`,
    ]
  }

  #withHandlers(found: readonly FoundHandler[]): WebhookHandlers {
    const table = new Map<ScalapayEventName, unknown[]>()
    for (const [event, handlers] of Object.entries(this.#account.options.webhooks.on ?? {})) {
      if (handlers !== undefined) table.set(event as ScalapayEventName, [handlers].flat())
    }
    for (const handler of found) {
      const named = toWebhookHandler(handler, this.#nest)
      for (const event of eventsOf(handler)) table.set(event, [...(table.get(event) ?? []), named])
    }
    return Object.fromEntries(table) as { [event: string]: NamedWebhookHandler[] }
  }
}

const NO_HANDLER =
  "webhooks: no handler. Decorate a method with @OnScalapayEvent('charged') and list its class in the providers of a module, or give webhooks.on."

/** With `*` among them the others would only repeat it. */
function eventsOf({ events }: FoundHandler): readonly ScalapayEventName[] {
  return events.includes('*') ? ['*'] : [...new Set(events)]
}
