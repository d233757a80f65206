import type { FastifyInstance } from 'fastify'

/** A webhook route of an app, for those who send it deliveries in tests. */
export interface WebhookRoute {
  readonly name: string
  /** With the prefix of its scope. */
  readonly url: string
  /** A function, so that the key is not printed with the app. */
  readonly apiKey: () => string
}

/** By server, which all scopes of an app share; global, because the ESM and the CommonJS copy may meet in one process. */
const REGISTRY = Symbol.for('scalapay-kit.fastify.webhooks')

function registry(): WeakMap<object, WebhookRoute[]> {
  const holder = globalThis as { [REGISTRY]?: WeakMap<object, WebhookRoute[]> }
  holder[REGISTRY] ??= new WeakMap()
  return holder[REGISTRY]
}

/** Notes a route of the app. */
export function noteRoute({ server }: FastifyInstance, route: WebhookRoute): void {
  registry().set(server, [...(registry().get(server) ?? []), route])
}

/** The webhook routes of the app, whichever scopes they are in. */
export function routesOf({ server }: FastifyInstance): readonly WebhookRoute[] {
  return registry().get(server) ?? []
}
