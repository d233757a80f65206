import type { LoggerService } from '@nestjs/common'
import type { ModulesContainer } from '@nestjs/core'
import { isScalapayError, type Logger, Scalapay, ScalapayConfigError } from '@scalapay-kit/core'
import { findReceiverProblems, WEBHOOK_RECEIVER_OPTIONS } from '@scalapay-kit/core/webhooks'
import { toNestLogger } from './scalapay.logger.js'
import type { ScalapayModuleOptions, ScalapayWebhookSettings } from './scalapay.options.js'
import { DEFAULT_NAME } from './scalapay.tokens.js'
import { addressOf, type ResolvedRoute, ROUTE_OPTIONS } from './webhooks/route.js'

/** What a registration knows before anything is injected. */
export interface Registration {
  readonly name: string
  /** `undefined` when webhooks are not asked for. */
  readonly route: ResolvedRoute | undefined
  /** What `forRoot` was given for webhooks; a factory gives its own. */
  readonly settings: ScalapayWebhookSettings
}

/** One account: its options, checked, and its client. */
export interface ScalapayAccount extends Registration {
  readonly options: ScalapayModuleOptions & { readonly webhooks: ScalapayWebhookSettings }
  readonly client: Scalapay
  readonly logger: Logger
}

/** The modules that a registration is checked against, and the logger that it writes to. */
export interface NestContext {
  modules: ModulesContainer
  logger: LoggerService
}

/** The token under which Nest keeps the account of a module. */
export const ACCOUNT = Symbol.for('scalapay-kit.nestjs.account')

/** The token of every registration, which tells them apart from other providers. */
export const REGISTRATION = Symbol.for('scalapay-kit.nestjs.registration')

/**
 * Checks everything about an account that can be known before the application is complete, and makes its client.
 *
 * @throws ScalapayConfigError naming every problem at once
 */
export function openAccount(
  given: ScalapayModuleOptions,
  registration: Registration,
  { modules, logger }: NestContext,
): ScalapayAccount {
  const { name, route, settings } = registration
  const apiKey = typeof given?.apiKey === 'string' ? given.apiKey : undefined
  const webhooks = { apiKeys: apiKey, ...settings, ...given?.webhooks }
  const isKeyFunction = typeof given?.apiKey === 'function'
  const lacksKeys = route !== undefined && webhooks.apiKeys === undefined && isKeyFunction
  const log = given?.logger ?? toNestLogger(logger)
  const { webhooks: _ours, ...options } = { ...given, logger: log }
  const problems = [
    ...nameProblems(registration, modules),
    ...factoryProblems(given?.webhooks, route),
    ...unknownProblems(webhooks),
    ...(lacksKeys ? [KEYS_NEEDED] : []),
  ]
  const client = attempt(() => new Scalapay(options), problems)
  if (client === undefined || problems.length > 0) {
    // Otherwise the webhooks are checked once all handlers are known: nothing else is wrong then.
    if (route !== undefined) {
      const without = lacksKeys ? (['on', 'apiKeys'] as const) : (['on'] as const)
      problems.push(...receiverProblems(knownSettings(webhooks), without))
    }
    throw cannotStart(name, problems)
  }
  return { ...registration, client, logger: log, options: { ...options, webhooks } }
}

/**
 * The error of a registration that cannot work.
 *
 * @param problems each with what to do
 */
export function cannotStart(name: string, problems: readonly string[]): ScalapayConfigError {
  const which = name === DEFAULT_NAME ? '' : ` (name: '${name}')`
  return ScalapayConfigError.listing(`ScalapayModule${which} cannot start`, problems)
}

/**
 * What is wrong with the settings of webhooks.
 *
 * @param without options that may be missing, or whose absence is reported in other words
 */
export function receiverProblems(
  settings: ScalapayWebhookSettings,
  without: readonly ('apiKeys' | 'on')[],
): string[] {
  return findReceiverProblems(settings, { without }).map((problem) => `webhooks.${problem}`)
}

const KEYS_NEEDED =
  'webhooks.apiKeys: needed, because apiKey is a function, which may give another key each time. Give the merchant key, or several.'

const WEBHOOK_OPTIONS: readonly string[] = [...WEBHOOK_RECEIVER_OPTIONS, ...ROUTE_OPTIONS]

/** One that is misspelt would be left at its default in silence. */
function unknownProblems(webhooks: ScalapayWebhookSettings): string[] {
  return Object.entries(webhooks)
    .filter(([name, value]) => value !== undefined && !WEBHOOK_OPTIONS.includes(name))
    .map(
      ([name]) => `webhooks.${name}: not an option. The options are ${WEBHOOK_OPTIONS.join(', ')}.`,
    )
}

/** Without the options that were refused before, which the core would refuse again. */
function knownSettings(webhooks: ScalapayWebhookSettings): ScalapayWebhookSettings {
  const known = Object.entries(webhooks).filter(([name]) =>
    WEBHOOK_RECEIVER_OPTIONS.some((option) => option === name),
  )
  return Object.fromEntries(known)
}

function attempt<T>(make: () => T, problems: string[]): T | undefined {
  try {
    return make()
  } catch (error) {
    if (!isScalapayError(error, 'ScalapayConfigError')) throw error
    problems.push(...error.problems)
    return undefined
  }
}

/** Two clients under one name, or two routes at one address, would send money and events to the wrong account. */
function nameProblems({ name, route }: Registration, modules: ModulesContainer): string[] {
  if (typeof name !== 'string' || name.trim() === '') {
    return [
      'name: must be a non-empty string, or left out for the account behind the class Scalapay.',
    ]
  }
  const all = registrationsIn(modules)
  const same = all.filter((other) => other.name === name)
  if (same.length > 1) {
    return [
      `name: ${same.length} modules are called '${name}'. Import ScalapayModule once for each account, as it is global, and give each further account its own: ScalapayModule.forRoot({ name: 'fr', … }).`,
    ]
  }
  const sharing = all.filter((other) => isMountedAt(other.route, route))
  if (sharing.length > 1) {
    const names = sharing.map((other) => `'${other.name}'`).join(' and ')
    return [
      `webhooks.path: the accounts ${names} have the same one. Give each its own, so that each event is verified with its own key.`,
    ]
  }
  return []
}

function isMountedAt(route: ResolvedRoute | undefined, other: ResolvedRoute | undefined): boolean {
  if (!(route?.enabled && other?.enabled)) return false
  return addressOf(route) === addressOf(other)
}

/** The registrations of every account in this application. */
export function registrationsIn(modules: ModulesContainer): Registration[] {
  return [...modules.values()].flatMap(({ providers }) => {
    const wrapper = providers.get(REGISTRATION)
    return wrapper === undefined ? [] : [wrapper.instance as Registration]
  })
}

/** The route is mounted before a factory runs, so a factory cannot say where it is. */
function factoryProblems(
  webhooks: ScalapayWebhookSettings | undefined,
  route: ResolvedRoute | undefined,
): string[] {
  if (webhooks === undefined) return []
  if (route === undefined) {
    return [
      'webhooks: give it beside the factory too, which runs too late to mount the route: ScalapayModule.forRootAsync({ webhooks: {}, useFactory }).',
    ]
  }
  return ROUTE_OPTIONS.filter((option) => option in webhooks).map(
    (option) =>
      `webhooks.${option}: a factory runs too late for the route. Give it beside the factory: ScalapayModule.forRootAsync({ webhooks: { ${option} }, useFactory }).`,
  )
}
