import type { ClockMode } from './state/clock.js'
import type { SwitchSettings } from './switches.js'
import type { WebhookSettings } from './webhooks/settings.js'

/** What the emulator runs with, after defaults and checks. */
export interface Settings extends SwitchSettings {
  readonly port: number
  readonly host: string
  readonly https: boolean
  readonly seed: number
  readonly clock: ClockMode
  readonly startAt: number
  readonly merchantKeys: readonly string[]
  readonly deviceKeys: readonly string[]
  /** Those of the start, to which a reset goes back. */
  readonly webhooks: WebhookSettings
}
