import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from './settings.js'
import { targetProblems } from './targets.js'

type Check = readonly [wanted: string, holds: (value: unknown) => boolean]

/** A day: whoever wants a longer wait advances the clock. */
const LONGEST_MS = 86_400_000

const chance: Check = [
  'true, false or a number from 0 to 1',
  (value) => typeof value === 'boolean' || (typeof value === 'number' && value >= 0 && value <= 1),
]
const yesOrNo: Check = ['true or false', (value) => typeof value === 'boolean']

function whole(from: number, to: number): Check {
  return [
    `a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
  ]
}

function oneOf(...names: string[]): Check {
  return [names.join(' or '), (value) => names.some((name) => name === value)]
}

const checks: Readonly<Record<Exclude<keyof WebhookSettings, 'url' | 'events'>, Check>> = {
  drop: chance,
  duplicate: chance,
  shuffle: yesOrNo,
  shuffleWindowMs: whole(0, LONGEST_MS),
  delayMs: whole(0, LONGEST_MS),
  resign: yesOrNo,
  timestamps: oneOf('machine', 'emulator'),
  maxAttempts: whole(1, 100),
  retryDelayMs: whole(1, LONGEST_MS),
  timeoutMs: whole(1, LONGEST_MS),
  inStore: oneOf('none', 'merchant-key', 'device-key'),
  refundAmount: yesOrNo,
  totalAmount: oneOf('number', 'object'),
}

const status: Check = [
  'a status such as expired, or null to tell nothing',
  (value) => value === null || (typeof value === 'string' && value !== ''),
]

function problem(name: string, value: unknown, [wanted, holds]: Check): string[] {
  return holds(value) ? [] : [`the webhook setting ${name} must be ${wanted}`]
}

/** A misspelt name would leave its setting as it is in silence. */
function unknownNames(given: object, known: object, prefix = ''): string[] {
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => `there is no webhook setting ${prefix}${name}`)
}

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
    ...unknownNames(settings, DEFAULT_WEBHOOK_SETTINGS),
    ...unknownNames(settings.events, DEFAULT_WEBHOOK_SETTINGS.events, 'events.'),
    ...targetProblems(settings.url, bounds.merchants, bounds.allowedHosts),
    ...Object.entries(checks).flatMap(([name, check]) =>
      problem(name, settings[name as keyof typeof checks], check),
    ),
    ...Object.entries(settings.events).flatMap(([name, value]) =>
      problem(`events.${name}`, value, status),
    ),
  ]
}
