import { ControlError } from '../control-error.js'
import type { Settings } from '../settings.js'
import { groupProblems, switchProblems } from '../switch-checks.js'
import { DEFAULT_SWITCHES, type EmulatorSwitches, withSwitches } from '../switches.js'
import { isObject, unknownNames } from '../value-checks.js'

/** How to begin again. */
export interface ResetOptions {
  /** @default that of the time before */
  readonly seed?: number
  /** Switches that differ from those of the start, until the next reset. @default none */
  readonly options?: EmulatorSwitches
}

const FIXED = 'is fixed at the start: start another emulator for it'
const OF_WEBHOOKS =
  'is a setting of the webhooks: change it by PUT /_emulator/webhooks/settings, or control.webhooks.configure'

/** Why an option of the start is not one of a reset. */
const NOT_HERE: Readonly<
  Record<Exclude<keyof Settings, keyof EmulatorSwitches> | 'webhookUrl', string>
> = {
  port: FIXED,
  host: FIXED,
  https: FIXED,
  clock: FIXED,
  startAt: FIXED,
  merchantKeys: FIXED,
  deviceKeys: FIXED,
  seed: 'does not belong into options: give it beside them',
  webhookUrl: OF_WEBHOOKS,
  webhooks: OF_WEBHOOKS,
}

function misplaced(options: object): string[] {
  return Object.entries(NOT_HERE).flatMap(([name, why]) =>
    Object.hasOwn(options, name) ? [`${name} ${why}`] : [],
  )
}

/**
 * What the emulator runs with after a reset; over HTTP anything may come.
 *
 * @param start what it was started with
 * @throws ControlError naming every problem at once.
 */
export function settingsAfterReset(
  start: Settings,
  { seed, options = {} }: ResetOptions & { readonly seed: number },
): Settings {
  if (!Number.isSafeInteger(seed)) throw new ControlError('seed must be a whole number')
  if (!isObject(options)) {
    throw new ControlError('options must be an object such as {"allStringAmounts":true}')
  }
  const settings = withSwitches({ ...start, seed }, options)
  const problems = [
    ...misplaced(options),
    ...unknownNames('option', options, { ...DEFAULT_SWITCHES, ...NOT_HERE }),
    ...groupProblems(options),
    ...switchProblems(settings),
  ]
  if (problems.length > 0) throw new ControlError(problems.join('; '))
  return settings
}
