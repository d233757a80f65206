import 'reflect-metadata'
import type { WebhookHandler, WebhookHandlers } from '@scalapay-kit/core/webhooks'
import { DEFAULT_NAME } from '../scalapay.tokens.js'

/** `unknown` stands for every status that this version does not know, `*` for every event. */
export type ScalapayEventName = keyof WebhookHandlers

/** Whose events are handled. */
export interface OnScalapayEventOptions {
  /**
   * The `name` of the account.
   * @default 'default'
   */
  name?: string | undefined
}

/** One use of the decorator. */
export interface Subscription {
  readonly events: readonly ScalapayEventName[]
  readonly name: string
}

const SUBSCRIPTIONS = Symbol.for('scalapay-kit.nestjs.subscriptions')

/**
 * Handles webhook events, on a method of any provider. The method is called with the `WebhookEvent` and a
 * `WebhookContext`. When it throws, the delivery is answered with 503 and Scalapay sends it again, to this handler alone:
 * so it must be repeatable. The store remembers it by its class and its name.
 *
 * Interceptors apply, with `SCALAPAY_WEBHOOK_CONTEXT` as their context's type. Guards and exception filters do not: the
 * signature has told who calls, and a filter would turn a failure into a success. One on the method or its class stops the
 * start. Handlers are found at the start, so those of a lazy-loaded module are not.
 *
 * @example @OnScalapayEvent(['authorized', 'charged'])
 */
export function OnScalapayEvent(
  events: ScalapayEventName | readonly ScalapayEventName[],
  { name = DEFAULT_NAME }: OnScalapayEventOptions = {},
): <Handler extends WebhookHandler>(
  target: object,
  key: string | symbol,
  method: TypedPropertyDescriptor<Handler>,
) => void {
  return (_target, _key, { value }) => {
    const subscription: Subscription = { events: [events].flat(), name }
    if (value === undefined) return
    Reflect.defineMetadata(SUBSCRIPTIONS, [...subscriptionsOf(value), subscription], value)
  }
}

/** The events that a method subscribed to. */
export function subscriptionsOf(method: object): readonly Subscription[] {
  return Reflect.getMetadata(SUBSCRIPTIONS, method) ?? []
}
