import { Inject } from '@nestjs/common'
import {
  getScalapayOptionsToken,
  getScalapayToken,
  getScalapayWebhooksToken,
} from './scalapay.tokens.js'

type InjectDecorator = PropertyDecorator & ParameterDecorator

/**
 * Injects the client of an account. The one without a name needs no decorator: it is injected by its class, `Scalapay`.
 *
 * @param name the `name` that the module was imported with
 * @defaultValue `name` is `'default'`
 * @example constructor(@InjectScalapay('fr') private readonly scalapay: Scalapay) {}
 */
export function InjectScalapay(name?: string): InjectDecorator {
  return Inject(getScalapayToken(name))
}

/**
 * Injects the options of an account, as a `ScalapayModuleOptions`. They hold its keys: never log them.
 *
 * @defaultValue `name` is `'default'`
 */
export function InjectScalapayOptions(name?: string): InjectDecorator {
  return Inject(getScalapayOptionsToken(name))
}

/**
 * Injects the webhook receiver of an account, as a `WebhookReceiver` of `@scalapay-kit/core/webhooks`: for a route of
 * your own, with `webhooks: { enabled: false }`. Events reach the same handlers.
 *
 * @defaultValue `name` is `'default'`
 */
export function InjectScalapayWebhooks(name?: string): InjectDecorator {
  return Inject(getScalapayWebhooksToken(name))
}
