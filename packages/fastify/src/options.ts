import type { Scalapay, ScalapayOptions } from '@scalapay-kit/core'
import { FST_SCALAPAY_OPTIONS } from './errors.js'

/** The name of the client that `app.scalapay` holds. */
export const DEFAULT_NAME = 'default'

interface ClientName {
  /**
   * Tells several accounts in one process apart. The client named `'default'` is `app.scalapay`;
   * every other one is reached with `getScalapay(app, name)`.
   * @default 'default'
   */
  name?: string | undefined
}

/** Options with which the plugin makes a client; it closes that client together with the app. */
export interface ScalapayClientOptions extends ScalapayOptions, ClientName {
  client?: never
}

type NoClientOptions = { [Option in keyof ScalapayOptions]?: never }

/** A client that exists already; whoever made it closes it. */
export interface ScalapayReadyClientOptions extends ClientName, NoClientOptions {
  /** The client to decorate the app with. No other option than `name` may stand beside it. */
  client: Scalapay
}

/** Options of {@link scalapayPlugin}: the core's options, or a ready `client`; plus `name`. */
export type ScalapayPluginOptions = ScalapayClientOptions | ScalapayReadyClientOptions

/** Fastify merges these into the options of every plugin registered with a prefix or a log level. */
const REGISTER_OPTIONS = new Set(['prefix', 'logLevel', 'logSerializers'])

/** @throws FST_SCALAPAY_OPTIONS */
export function readName(options: ScalapayPluginOptions): string {
  const name: unknown = options.name ?? DEFAULT_NAME
  if (typeof name !== 'string' || name.trim() === '') {
    throw new FST_SCALAPAY_OPTIONS(
      "'name' must be a non-empty string, or left out for app.scalapay.",
    )
  }
  return name
}

/** @throws FST_SCALAPAY_OPTIONS when options for making a client stand beside a ready one */
export function isReadyClient(
  options: ScalapayPluginOptions,
): options is ScalapayReadyClientOptions {
  if (options.client === undefined) return false
  const ignored = Object.keys(options).filter(
    (key) => key !== 'client' && key !== 'name' && !REGISTER_OPTIONS.has(key),
  )
  if (ignored.length > 0) {
    throw new FST_SCALAPAY_OPTIONS(
      `${ignored.map((key) => `'${key}'`).join(', ')} would be ignored beside 'client'. Give them to the client you pass, or leave 'client' out.`,
    )
  }
  return true
}
