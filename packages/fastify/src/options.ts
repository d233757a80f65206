import type { Scalapay, ScalapayOptions } from '@scalapay-kit/core'
import type { ScalapayWebhookOptions } from './webhook-options.js'

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
  webhooks?: ScalapayWebhookOptions | undefined
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

const ALLOWED_BESIDE_CLIENT = new Set([
  'client',
  'name',
  'webhooks',
  'prefix',
  'logLevel',
  'logSerializers',
])

/** What is wrong with a ready client, or made void by it. */
export function readyClientProblems(options: ScalapayPluginOptions): string[] {
  if (options.client === undefined) return []
  return [...clientProblems(options.client), ...ignoredOptions(options)]
}

/** Not `instanceof`, because an app may have two copies of the core. That it is an object, the schema has checked. */
function clientProblems(client: Partial<Scalapay>): string[] {
  if (typeof client !== 'object' || typeof client?.close === 'function') return []
  return [
    'client: not a Scalapay client. Give new Scalapay({ … }) of @scalapay-kit/core, or leave it out and give its options here.',
  ]
}

function ignoredOptions(options: ScalapayPluginOptions): string[] {
  return Object.entries(options)
    .filter(([key, value]) => value !== undefined && !ALLOWED_BESIDE_CLIENT.has(key))
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
