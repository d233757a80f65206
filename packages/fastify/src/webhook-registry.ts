import { sharedTable } from './shared-table.js'

/** An app, whatever its server is: HTTP, HTTPS, HTTP/2. */
interface App {
  readonly server: object
}

/** A webhook route of an app, for those who send it deliveries in tests. */
export interface WebhookRoute {
  readonly name: string
  /** With the prefix of its scope. */
  readonly url: string
  /** A function, so that the key is not printed with the app. */
  readonly apiKey: () => string
}

/** By server, which all scopes of an app share. */
const registry = () => sharedTable<WebhookRoute[]>('webhooks')

/** Notes a route of the app. */
export function rememberRoute({ server }: App, route: WebhookRoute): void {
  registry().set(server, [...(registry().get(server) ?? []), route])
}

/** The webhook routes of the app, whichever scopes they are in. */
export function routesOf({ server }: App): readonly WebhookRoute[] {
  return registry().get(server) ?? []
}
