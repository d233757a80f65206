import { given } from './given.js'
import type { UnauthorizedBody } from './http/answer.js'
import type { Settings } from './settings.js'
import { isTimeZone } from './state/calendar.js'
import type { ClockMode } from './state/clock.js'
import { FAILURES, type IdempotencyPolicy } from './state/idempotency.js'
import { webhookProblems } from './webhooks/check-settings.js'
import {
  changed,
  DEFAULT_WEBHOOK_SETTINGS,
  type WebhookSettings,
  type WebhookSettingsChange,
} from './webhooks/settings.js'
import { hostsOf } from './webhooks/targets.js'

/** How to start the emulator. Everything is optional. */
export interface EmulatorOptions {
  /** @default 0, which takes a free port */
  readonly port?: number
  /** @default '127.0.0.1': nobody but this machine reaches it */
  readonly host?: string
  /** Listens with a certificate made at the start; `emulator.ca` is what clients have to trust. @default false */
  readonly https?: boolean
  /** Tokens, ids and the dice of faults follow from it. @default a random one */
  readonly seed?: number
  /** `manual` time moves only by `control.clock.advance`. @default 'real' */
  readonly clock?: ClockMode
  /** Where a manual clock starts, in epoch milliseconds. @default 2026-01-01T09:00:00.000Z */
  readonly startAt?: number
  /** Each key is a merchant with a state of its own. @default the public test key */
  readonly merchantKeys?: readonly string[]
  /** Keys of in-store devices, which the online operations refuse. @default the public test key */
  readonly deviceKeys?: readonly string[]
  /** Above it an order is refused, in minor units. @default 200000, as the sandbox was observed to say */
  readonly maximumAmountInCents?: number
  /** Below it an order in a shop is refused, in minor units. @default 500 (Scalapay docs) */
  readonly minimumAmountInCents?: number
  /** The bytes of a 401: both forms were recorded. @default 'json-string', which is `"Unauthorized"` */
  readonly unauthorizedBody?: UnauthorizedBody
  /** Strings also where the real service was observed to send numbers. @default false */
  readonly allStringAmounts?: boolean
  /**
   * The unknowns of `Idempotency-Key`. `storeFailures` is `true` for all kinds of failures, `false` for none, or a list of
   * `'refused'` (its order did not allow it), `'invalid'` and `'server-error'` (a 500, by a fault).
   * @default { lifetimeMs: 86400000, scope: 'path', sameKeyOtherBody: 'replay', storeFailures: false }
   */
  readonly idempotency?: Partial<IdempotencyPolicy>
  /** What reads show until the shopper approves; `pending` is the other name seen. @default 'created' */
  readonly readStatusBeforeApproval?: string
  /** What reads show after a void. @default 'expired', the only documented pairing */
  readonly readStatusAfterVoid?: string
  /** What reads show while only a part is refunded. @default 'charged' */
  readonly readStatusAfterPartialRefund?: string
  /** Whose days and times, without a zone, the reports have: an IANA name. @default 'Europe/Rome' */
  readonly reportingTimeZone?: string
  /** Payouts without the fees taken off: they are on a bill at the end of the month. @default false */
  readonly feesBilledAtMonthEnd?: boolean
  /** A row of the refunds report: as in a payout, or that of an order, as the specification's example has it. @default 'refund' */
  readonly refundReportRow?: 'refund' | 'order'
  /**
   * Where every change of an order is told, signed with the merchant's key: one address for all merchants, or one for each
   * of `merchantKeys` in their order, null for none. Naming a host here allows it; otherwise only loopback is told.
   * @default null
   */
  readonly webhookUrl?: WebhookSettings['url']
  /** How it is told, and the unknowns of it; `control.webhooks.configure` changes it later. */
  readonly webhooks?: Omit<WebhookSettingsChange, 'url'>
}

/** Everything but the seed, which is random unless given. */
const DEFAULTS: Omit<Settings, 'seed'> = {
  port: 0,
  host: '127.0.0.1',
  https: false,
  clock: 'real',
  startAt: Date.UTC(2026, 0, 1, 9),
  // The public test keys of Scalapay's documentation.
  merchantKeys: ['qhtfs87hjnc12kkos'],
  deviceKeys: ['testdeviceapikey'],
  maximumAmountInCents: 200_000,
  minimumAmountInCents: 500,
  unauthorizedBody: 'json-string',
  allStringAmounts: false,
  idempotency: {
    lifetimeMs: 86_400_000,
    scope: 'path',
    sameKeyOtherBody: 'replay',
    storeFailures: false,
  },
  readStatusBeforeApproval: 'created',
  readStatusAfterVoid: 'expired',
  readStatusAfterPartialRefund: 'charged',
  reportingTimeZone: 'Europe/Rome',
  feesBilledAtMonthEnd: false,
  refundReportRow: 'refund',
  webhooks: DEFAULT_WEBHOOK_SETTINGS,
}

/** The options with few values. */
const CHOICES: readonly (readonly [string, (settings: Settings) => string, readonly string[]])[] = [
  ['clock', (settings) => settings.clock, ['real', 'manual']],
  ['unauthorizedBody', (settings) => settings.unauthorizedBody, ['json-string', 'text']],
  ['idempotency.scope', (settings) => settings.idempotency.scope, ['path', 'merchant']],
  [
    'idempotency.sameKeyOtherBody',
    (settings) => settings.idempotency.sameKeyOtherBody,
    ['replay', 'conflict', 'execute'],
  ],
  ['refundReportRow', (settings) => settings.refundReportRow, ['refund', 'order']],
]

/** Options that the emulator cannot start with; the message names every problem. */
export class EmulatorOptionsError extends Error {
  override readonly name = 'EmulatorOptionsError' as const

  constructor(problems: readonly string[]) {
    super(`The emulator cannot start: ${problems.join('; ')}`)
  }
}

/** The problems of a list of keys. A message never shows a key. */
function keyProblems(name: string, keys: readonly string[]): string[] {
  const problems: string[] = []
  if (keys.length === 0) problems.push(`${name} needs at least one key`)
  if (keys.some((key) => !/^[\x21-\x7e]+$/.test(key))) {
    problems.push(`${name} has a key that is empty or has white space in it: give it without`)
  }
  if (new Set(keys).size < keys.length)
    problems.push(`${name} has the same key twice: give it once`)
  if (keys.some((key) => /^sp_/i.test(key))) {
    problems.push(
      `${name} has a key that begins with sp_ and looks live: use a made-up key, live keys stay out of test tools`,
    )
  }
  return problems
}

function addressProblems({ host, port }: Settings): string[] {
  const problems: string[] = []
  // Node takes an empty one, such as a variable that is not set, for every interface.
  if (typeof host !== 'string' || host.trim() === '') {
    problems.push('host must be an address of this machine such as 127.0.0.1')
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push('port must be a whole number from 0 to 65535; 0 takes a free one')
  }
  return problems
}

function isFailureChoice(value: unknown): boolean {
  if (!Array.isArray(value)) return typeof value === 'boolean'
  return value.every((name) => FAILURES.some((failure) => failure === name))
}

function problemsOf(settings: Settings): string[] {
  const { seed, startAt, merchantKeys, deviceKeys } = settings
  const problems = [
    ...keyProblems('merchantKeys', merchantKeys),
    ...keyProblems('deviceKeys', deviceKeys),
    ...addressProblems(settings),
  ]
  if (merchantKeys.some((key) => deviceKeys.includes(key))) {
    problems.push('a key is in merchantKeys and in deviceKeys: give each kind its own')
  }
  if (!Number.isSafeInteger(seed)) problems.push('seed must be a whole number')
  for (const [name, read, values] of CHOICES) {
    if (!values.includes(read(settings))) problems.push(`${name} must be ${values.join(' or ')}`)
  }
  if (Number.isNaN(new Date(startAt).getTime())) {
    problems.push('startAt must be a time in epoch milliseconds')
  }
  for (const name of ['maximumAmountInCents', 'minimumAmountInCents'] as const) {
    if (!Number.isSafeInteger(settings[name]) || settings[name] < 1) {
      problems.push(`${name} must be a whole number of cents from 1`)
    }
  }
  if (!isTimeZone(settings.reportingTimeZone)) {
    problems.push('reportingTimeZone must be the name of a zone such as Europe/Rome')
  }
  if (!(settings.idempotency.lifetimeMs > 0)) {
    problems.push('idempotency.lifetimeMs must be a number of milliseconds above 0')
  }
  if (!isFailureChoice(settings.idempotency.storeFailures)) {
    problems.push(
      `idempotency.storeFailures must be true, false or a list of ${FAILURES.join(', ')}`,
    )
  }
  const bounds = { merchants: merchantKeys.length, allowedHosts: hostsOf(settings.webhooks.url) }
  return [...problems, ...webhookProblems(settings.webhooks, bounds)]
}

/** A misspelt option would leave its default in silence. */
function unknownOptions(options: object): string[] {
  const known = { ...DEFAULTS, seed: 0, webhookUrl: null }
  return Object.keys(options)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => `there is no option ${name}`)
}

/**
 * Fills in the defaults and checks the result.
 *
 * @param randomSeed - gives the seed when the options name none.
 * @throws EmulatorOptionsError naming every problem at once.
 */
export function resolveOptions(options: EmulatorOptions, randomSeed: () => number): Settings {
  const { webhookUrl: url = null, webhooks, ...others } = options
  const settings: Settings = {
    ...DEFAULTS,
    seed: options.seed ?? randomSeed(),
    ...given(others),
    idempotency: { ...DEFAULTS.idempotency, ...given(options.idempotency ?? {}) },
    webhooks: changed(DEFAULTS.webhooks, { ...webhooks, url }),
  }
  const problems = [...unknownOptions(options), ...problemsOf(settings)]
  if (problems.length > 0) throw new EmulatorOptionsError(problems)
  return settings
}
