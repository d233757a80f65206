import type { WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'
import type { Send } from '../http.js'

/** One account of an application, with its own webhook route. */
export interface WebhookAccount {
  /** The `name` of the registration. Absent for the default account. */
  readonly name?: string
  /** The adapter's `webhooks` option. Where handlers are not options but decorators or files, bring `on` to them. */
  readonly webhooks: WebhookReceiverOptions & { readonly path: string }
}

/** A running application under test. */
export interface WebhookServer {
  /** Sends it a request: `overHttp(origin)`, or the framework's way without a socket. */
  readonly send: Send
  /** Stops the application as a deployment would: it ends when its work has ended. May be called twice. */
  close(): Promise<unknown>
}

/**
 * Starts an application with the adapter, as its users do: nothing of it is mocked. Besides the webhook routes it has a
 * route of its own, `POST /echo`, that answers `{ "echo": <the JSON body, as the framework parsed it> }`.
 *
 * It rejects when the options are wrong, with the adapter's own error.
 */
export type BootWebhooks = (
  accounts: readonly [WebhookAccount, ...WebhookAccount[]],
) => Promise<WebhookServer>
