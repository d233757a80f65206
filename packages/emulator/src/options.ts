import { startProblems } from './option-checks.js'
import type { Settings } from './settings.js'
import type { ClockMode } from './state/clock.js'
import { groupProblems, switchProblems } from './switch-checks.js'
import { DEFAULT_SWITCHES, type EmulatorSwitches, withSwitches } from './switches.js'
import { unknownNames } from './value-checks.js'
import {
  changed,
  DEFAULT_WEBHOOK_SETTINGS,
  type WebhookSettings,
  type WebhookSettingsChange,
} from './webhooks/settings.js'

/** How to start the emulator. Everything is optional. */
export interface EmulatorOptions extends EmulatorSwitches {
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
  ...DEFAULT_SWITCHES,
  webhooks: DEFAULT_WEBHOOK_SETTINGS,
}

/** Options that the emulator cannot start with; the message names every problem. */
export class EmulatorOptionsError extends Error {
  override readonly name = 'EmulatorOptionsError' as const

  constructor(problems: readonly string[]) {
    super(`The emulator cannot start: ${problems.join('; ')}`)
  }
}

/**
 * Fills in the defaults and checks the result.
 *
 * @param randomSeed gives the seed when the options name none
 * @throws EmulatorOptionsError naming every problem at once.
 */
export function resolveOptions(options: EmulatorOptions, randomSeed: () => number): Settings {
  const { webhookUrl: url = null, webhooks, ...others } = options
  const defaults: Settings = {
    ...DEFAULTS,
    seed: randomSeed(),
    webhooks: changed(DEFAULTS.webhooks, { ...webhooks, url }),
  }
  const settings = withSwitches(defaults, others)
  const problems = [
    ...unknownNames('option', options, { ...DEFAULTS, seed: 0, webhookUrl: null }),
    ...groupProblems(options),
    ...startProblems(settings),
    ...switchProblems(settings),
  ]
  if (problems.length > 0) throw new EmulatorOptionsError(problems)
  return settings
}
