import type { Scalapay, ScalapayOptions } from '@scalapay-kit/core'
import type { ScalapayWebhooksOptions } from './webhook-options.js'

/** The name of the client that `app.scalapay` holds. */
export const DEFAULT_NAME = 'default'

interface Registration {
  /**
   * Tells several accounts in one process apart. The client named `'default'` is `app.scalapay`;
   * every other one is reached with `getScalapay(app, name)`.
   * @default 'default'
   */
  name?: string | undefined
  /**
   * Receives Scalapay's webhooks: mounts a route that verifies them and calls your handlers.
   * @default no route
   */
  webhooks?: ScalapayWebhooksOptions | undefined
}

/** Options with which the plugin makes a client; it closes that client together with the app. */
export interface ScalapayClientOptions extends ScalapayOptions, Registration {
  client?: undefined
}

type NoClientOptions = { [Option in keyof ScalapayOptions]?: never }

/** A client that exists already; whoever made it closes it. */
export interface ScalapayReadyClientOptions extends Registration, NoClientOptions {
  /** The client to decorate the app with. No other option than `name` and `webhooks` may stand beside it. */
  client: Scalapay
}

/** Options of {@link scalapayPlugin}: the core's options, or a ready `client`; plus `name` and `webhooks`. */
export type ScalapayPluginOptions = ScalapayClientOptions | ScalapayReadyClientOptions

const BESIDE_CLIENT = new Set([
  'client',
  'name',
  'webhooks',
  'prefix',
  'logLevel',
  'logSerializers',
])

/** What a ready client would make void. */
export function voidOptions(options: ScalapayPluginOptions): string[] {
  if (options.client === undefined) return []
  return Object.entries(options)
    .filter(([key, value]) => value !== undefined && !BESIDE_CLIENT.has(key))
    .map(
      ([key]) =>
        `'${key}' would be ignored beside 'client'. Give it to the client you pass, or leave 'client' out.`,
    )
}

/** Whether the options bring a client instead of options for making one. */
export function isReadyClient(
  options: ScalapayPluginOptions,
): options is ScalapayReadyClientOptions {
  return options.client !== undefined
}
