import { type ControllerOptions, VERSION_NEUTRAL } from '@nestjs/common'
import { DEFAULT_NAME } from '../scalapay.tokens.js'

/** Where the webhook route is mounted. It is an ordinary controller: what the application sets for all of them counts. */
export interface ScalapayWebhookRoute {
  /**
   * The path, behind the application's global prefix unless that excludes it.
   * @default 'webhooks/scalapay', and 'webhooks/scalapay/fr' for the account named 'fr'
   */
  path?: string | undefined
  /**
   * The version, where the application has versioning.
   * @default VERSION_NEUTRAL: an address that was given to Scalapay must not change with the application's version
   */
  version?: ControllerOptions['version'] | undefined
  /** The host that the route answers on. */
  host?: string | RegExp | (string | RegExp)[] | undefined
  /** Decorators for the controller class, such as the one with which your guards know a public route. */
  decorators?: readonly ClassDecorator[] | undefined
  /**
   * Whether the route is mounted. `false` for a route of your own, which calls the receiver of `@InjectScalapayWebhooks()`.
   * @default true
   */
  enabled?: boolean | undefined
}

/** The route with its defaults. */
export interface ResolvedRoute {
  readonly path: string
  readonly version: NonNullable<ControllerOptions['version']>
  readonly host: string | RegExp | (string | RegExp)[] | undefined
  readonly decorators: readonly ClassDecorator[]
  readonly enabled: boolean
}

/** Those of {@link ScalapayWebhookRoute} that a factory cannot give. */
export const ROUTE_OPTIONS = [
  'path',
  'version',
  'host',
  'decorators',
  'enabled',
] as const satisfies (keyof ScalapayWebhookRoute)[]

/** Parts where the route is from how deliveries are handled: `forRoot` takes both in one object, a factory only the latter. */
export function splitWebhooks<Options extends ScalapayWebhookRoute>(
  webhooks: Options,
): { route: ScalapayWebhookRoute; settings: Omit<Options, keyof ScalapayWebhookRoute> } {
  const { path, version, host, decorators, enabled, ...settings } = webhooks
  return { route: { path, version, host, decorators, enabled }, settings }
}

const DEFAULT_PATH = 'webhooks/scalapay'

/** Fills in the defaults. */
export function resolveRoute(route: ScalapayWebhookRoute, name: string): ResolvedRoute {
  const { decorators = [], enabled = true, host, version = VERSION_NEUTRAL } = route
  const byName =
    name === DEFAULT_NAME ? DEFAULT_PATH : `${DEFAULT_PATH}/${encodeURIComponent(name)}`
  return { path: route.path ?? byName, version, host, decorators, enabled }
}

/** Equal for two routes that would take each other's requests. */
export function addressOf({ path, version, host }: ResolvedRoute): string {
  const hosts = [host].flat().map(String)
  const trimmed = path.replace(/^\/+|\/+$/g, '')
  return JSON.stringify([trimmed, [version].flat().map(String), hosts])
}
