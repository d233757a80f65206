import type { ScalapayOptions } from '@scalapay-kit/core'
import type { WebhookHandlers, WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'
import type { ScalapayWebhookRoute } from './webhooks/route.js'

/** How deliveries are verified and handled; a factory may give these. */
export interface ScalapayWebhookSettings extends Omit<WebhookReceiverOptions, 'apiKeys' | 'on'> {
  /**
   * The keys that deliveries are verified with: the merchant key, or several while keys are rotated.
   * @default `apiKey`, when that is a string
   */
  apiKeys?: string | readonly string[] | undefined
  /** Handlers that are not methods of providers; methods with `@OnScalapayEvent` are found without being listed. */
  on?: WebhookHandlers | undefined
}

/** All about webhooks: how deliveries are handled, and where the route is. */
export interface ScalapayWebhookOptions extends ScalapayWebhookSettings, ScalapayWebhookRoute {}

/** What a factory gives: the core's options, and how webhooks are handled. */
export interface ScalapayModuleOptions extends ScalapayOptions {
  /** How deliveries are verified and handled. */
  webhooks?: ScalapayWebhookSettings | undefined
}

/** What must be known before anything is injected, and so cannot come from a factory. */
export interface ScalapayModuleExtras {
  /**
   * Whether every module can inject the client, without importing this module again.
   * @default true
   */
  isGlobal?: boolean | undefined
  /**
   * Tells several accounts in one process apart. The account named `'default'` is injected by the class `Scalapay`, every
   * other one with `@InjectScalapay(name)`.
   * @default 'default'
   */
  name?: string | undefined
  /** Mounts the webhook route; `{}` for all defaults. Without it no route is mounted. */
  webhooks?: ScalapayWebhookRoute | undefined
}

/** A class that gives the options, for `useClass` and `useExisting` of `ScalapayModule.forRootAsync`. */
export interface ScalapayOptionsFactory {
  createScalapayOptions(): ScalapayModuleOptions | Promise<ScalapayModuleOptions>
}
