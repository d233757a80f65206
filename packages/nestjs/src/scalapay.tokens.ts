import type { InjectionToken } from '@nestjs/common'
import { Scalapay } from '@scalapay-kit/core'

/** The name of the account whose client is injected by its class. */
export const DEFAULT_NAME = 'default'

/**
 * The token under which Nest keeps the client of an account: the class `Scalapay` for the one without a name.
 *
 * @param name the `name` that the module was imported with
 * @defaultValue `name` is `'default'`
 * @example Test.createTestingModule({ imports: [AppModule] }).overrideProvider(getScalapayToken('fr')).useValue(client)
 */
export function getScalapayToken(name: string = DEFAULT_NAME): InjectionToken<Scalapay> {
  return name === DEFAULT_NAME ? Scalapay : tokenOf('client', name)
}

/**
 * The token under which Nest keeps the options of an account, as its registration resolved them.
 *
 * @defaultValue `name` is `'default'`
 */
export function getScalapayOptionsToken(name: string = DEFAULT_NAME): symbol {
  return tokenOf('options', name)
}

/**
 * The token under which Nest keeps the webhook receiver of an account: for a route of your own, with
 * `webhooks: { enabled: false }`.
 *
 * @defaultValue `name` is `'default'`
 */
export function getScalapayWebhooksToken(name: string = DEFAULT_NAME): symbol {
  return tokenOf('webhooks', name)
}

/** `Symbol.for`, because the ESM and the CommonJS copy of this package may meet in one process. */
function tokenOf(what: string, name: string): symbol {
  return Symbol.for(`scalapay-kit.nestjs.${what}.${name}`)
}
