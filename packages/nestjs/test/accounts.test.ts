import { Injectable } from '@nestjs/common'
import { Scalapay } from '@scalapay-kit/core'
import { startEmulator } from '@scalapay-kit/emulator'
import { expect, it, vi } from 'vitest'
import {
  getScalapayToken,
  getScalapayWebhooksToken,
  InjectScalapay,
  OnScalapayEvent,
  ScalapayModule,
  type WebhookEvent,
} from '../src/index.js'
import { AccountWebhooks } from '../src/webhooks/account-webhooks.js'
import { adapters, startApp } from './support/app.js'
import { deliver } from './support/deliver.js'

const [italianKey, frenchKey] = ['italian-key-0001', 'french-key-0002']

@Injectable()
class Events {
  readonly seen: string[] = []

  @OnScalapayEvent('charged')
  italian(event: WebhookEvent): void {
    this.seen.push(`it ${event.status}`)
  }

  @OnScalapayEvent('charged', { name: 'fr' })
  french(event: WebhookEvent): void {
    this.seen.push(`fr ${event.status}`)
  }
}

@Injectable()
class Shops {
  constructor(
    @InjectScalapay() readonly italian: Scalapay,
    @InjectScalapay('fr') readonly french: Scalapay,
  ) {}
}

it.each(adapters)('keeps two accounts apart on %s (S54)', async (_, adapter) => {
  await using shop = await startApp(
    {
      imports: [
        ScalapayModule.forRoot({ apiKey: italianKey, environment: 'emulator', webhooks: {} }),
        ScalapayModule.forRootAsync({
          name: 'fr',
          webhooks: {},
          useFactory: () => ({ apiKey: frenchKey, environment: 'emulator' }),
        }),
      ],
      providers: [Events],
    },
    { adapter: adapter() },
  )
  const { seen } = shop.app.get(Events)
  const [italianUrl, frenchUrl] = [
    `${shop.url}/webhooks/scalapay`,
    `${shop.url}/webhooks/scalapay/fr`,
  ]
  expect((await deliver(italianUrl, 'charged', frenchKey)).status).toBe(401)
  expect((await deliver(frenchUrl, 'charged', italianKey)).status).toBe(401)
  expect(seen).toEqual([])
  expect((await deliver(frenchUrl, 'charged', frenchKey)).status).toBe(200)
  expect(seen).toEqual(['fr charged'])
  expect((await deliver(italianUrl, 'charged', italianKey)).status).toBe(200)
  expect(seen).toEqual(['fr charged', 'it charged'])
})

it('gives each account its own client, which calls with its own key', async () => {
  await using emulator = await startEmulator({ merchantKeys: [italianKey, frenchKey] })
  const environment = { environment: 'emulator', baseUrl: emulator.url } as const
  await using shop = await startApp({
    imports: [
      ScalapayModule.forRoot({ ...environment, apiKey: italianKey }),
      ScalapayModule.forRoot({ ...environment, apiKey: frenchKey, name: 'fr' }),
    ],
    providers: [Shops],
  })
  const { italian, french } = shop.app.get(Shops)
  expect(shop.app.get(getScalapayToken('fr'))).toBe(french)
  await Promise.all([italian, french].map((client) => client.configurations.get()))
  const keys = emulator.control.requests().map(({ headers }) => headers.authorization?.slice(-4))
  expect(keys.sort()).toEqual(['0001', '0002'])
})

it('starts and ends each account once', async () => {
  const hooks = [
    vi.spyOn(AccountWebhooks.prototype, 'onModuleInit'),
    vi.spyOn(AccountWebhooks.prototype, 'onApplicationBootstrap'),
    vi.spyOn(AccountWebhooks.prototype, 'onApplicationShutdown'),
  ]
  const closing = vi.spyOn(Scalapay.prototype, 'close')
  const { app } = await startApp({
    imports: [
      ScalapayModule.forRoot({ apiKey: italianKey, environment: 'emulator', webhooks: {} }),
      ScalapayModule.forRoot({
        apiKey: frenchKey,
        environment: 'emulator',
        name: 'fr',
        webhooks: {},
      }),
    ],
    providers: [Events],
  })
  const webhooks = [app.get(getScalapayWebhooksToken()), app.get(getScalapayWebhooksToken('fr'))]
  const clients: unknown[] = [app.get(getScalapayToken()), app.get(getScalapayToken('fr'))]
  await app.close()
  for (const hook of hooks) {
    expect(hook.mock.contexts.map((context) => webhooks.indexOf(context)).sort()).toEqual([0, 1])
  }
  expect(closing.mock.contexts.map((client) => clients.indexOf(client)).sort()).toEqual([0, 1])
  vi.restoreAllMocks()
})
