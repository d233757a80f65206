import {
  type Check,
  isText,
  oneOf,
  problemOf,
  unknownNames,
  wholeNumber,
  yesOrNo,
} from '../value-checks.js'
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from './settings.js'
import { targetProblems } from './targets.js'

/** A day: whoever wants a longer wait advances the clock. */
const LONGEST_MS = 86_400_000

const chance: Check = [
  'true, false or a number from 0 to 1',
  (value) => typeof value === 'boolean' || (typeof value === 'number' && value >= 0 && value <= 1),
]

const checks: Readonly<Record<Exclude<keyof WebhookSettings, 'url' | 'events'>, Check>> = {
  drop: chance,
  duplicate: chance,
  shuffle: yesOrNo,
  shuffleWindowMs: wholeNumber(0, LONGEST_MS),
  delayMs: wholeNumber(0, LONGEST_MS),
  resign: yesOrNo,
  timestamps: oneOf('machine', 'emulator'),
  maxAttempts: wholeNumber(1, 100),
  retryDelayMs: wholeNumber(1, LONGEST_MS),
  timeoutMs: wholeNumber(1, LONGEST_MS),
  inStore: oneOf('none', 'merchant-key', 'device-key'),
  refundAmount: yesOrNo,
  totalAmount: oneOf('number', 'object'),
}

const status: Check = [
  'a status such as expired, or null to tell nothing',
  (value) => value === null || isText(value),
]

/** Whom events may be sent to. */
export interface WebhookBounds {
  /** How many merchant keys there are. */
  readonly merchants: number
  /** Hosts that are allowed besides this machine. */
  readonly allowedHosts: readonly string[]
}

/** Every problem of the settings; over HTTP and in JavaScript anything may come. */
export function webhookProblems(settings: WebhookSettings, bounds: WebhookBounds): string[] {
  return [
    ...unknownNames('webhook setting', settings, DEFAULT_WEBHOOK_SETTINGS),
    ...unknownNames('webhook setting', settings.events, DEFAULT_WEBHOOK_SETTINGS.events, 'events.'),
    ...targetProblems(settings.url, bounds.merchants, bounds.allowedHosts),
    ...Object.entries(checks).flatMap(([name, check]) =>
      problemOf(`the webhook setting ${name}`, settings[name as keyof typeof checks], check),
    ),
    ...Object.entries(settings.events).flatMap(([name, value]) =>
      problemOf(`the webhook setting events.${name}`, value, status),
    ),
  ]
}
