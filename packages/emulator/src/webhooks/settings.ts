import { given } from '../given.js'

/** `true` always, `false` never, or how often: a number from 0 to 1, drawn from the seed. */
export type Chance = boolean | number

/**
 * What happens to an order, as far as somebody may be told. `expired` is told apart by whether the shopper had approved,
 * `capturedInPart` is a capture after which a delayed order stays open.
 */
export type WebhookTrigger =
  | 'created'
  | 'approved'
  | 'captured'
  | 'capturedInPart'
  | 'refunded'
  | 'delayed'
  | 'voided'
  | 'declined'
  | 'cancelled'
  | 'expiredAfterApproval'
  | 'expiredBeforeApproval'

/** How events are told to the merchant's server. Times are of the emulator's clock unless they say otherwise. */
export interface WebhookSettings {
  /**
   * Where events go: one address for all merchants, or one for each of `merchantKeys` in their order; null tells nobody.
   * Only loopback addresses and those of a host that was named at the start, so that nobody else is ever told.
   * @default null
   */
  readonly url: string | readonly (string | null)[] | null
  /** Events that get lost on the way. @default false */
  readonly drop: Chance
  /** Events that become two deliveries. @default false */
  readonly duplicate: Chance
  /** Each event waits for a random part of `shuffleWindowMs`, drawn from the seed. @default false */
  readonly shuffle: boolean
  /** @default 2000 */
  readonly shuffleWindowMs: number
  /** Between the event and the first attempt, in milliseconds. @default 0: at once */
  readonly delayMs: number
  /** Whether a retry or redelivery is signed anew, with its own time: unknown. @default false: sent as it was first signed */
  readonly resign: boolean
  /**
   * Whose time the signatures carry: the machine's, with which your server compares, or the emulator's, for a server whose
   * clock follows it and for signatures that repeat with the seed.
   * @default 'machine'
   */
  readonly timestamps: 'machine' | 'emulator'
  /** How often a delivery is tried by itself: unknown. @default 10 */
  readonly maxAttempts: number
  /** The wait before the second attempt, which then doubles (Scalapay docs: exponential; the base is unknown). @default 5000 */
  readonly retryDelayMs: number
  /** How long an attempt waits for the whole answer, in milliseconds of real time: unknown. @default 10000 */
  readonly timeoutMs: number
  /**
   * The `status` that is told for each trigger; null tells nothing.
   *
   * Documented are `created`, `authorized`, `charged`, `refunded`, and `expired` for orders that were approved. Whether
   * others are told of is unknown.
   * @default null for all but the documented ones
   */
  readonly events: Readonly<Record<WebhookTrigger, string | null>>
  /** Whether orders of shops are told of, and which key signs: unknown. @default 'none' */
  readonly inStore: 'none' | 'merchant-key' | 'device-key'
  /** Adds `refundAmount`, a number in major units, to `refunded`: one plugin reads it, unconfirmed. @default false */
  readonly refundAmount: boolean
  /**
   * `totalAmount` as the documented number in major units, or as an object of amount and currency, as one community test
   * has it.
   * @default 'number'
   */
  readonly totalAmount: 'number' | 'object'
}

/** Changes of the settings; what is left out stays. */
export interface WebhookSettingsChange extends Partial<Omit<WebhookSettings, 'events'>> {
  readonly events?: Partial<WebhookSettings['events']>
}

/** What the webhooks of a world begin with. */
export interface WebhookOptions {
  readonly merchantKeys: readonly string[]
  readonly deviceKeys: readonly string[]
  /** Texts also where the documentation has a number. */
  readonly allStringAmounts: boolean
  readonly webhooks: WebhookSettings
}

/** What holds unless the start or the control plane says otherwise. */
export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  url: null,
  drop: false,
  duplicate: false,
  shuffle: false,
  shuffleWindowMs: 2_000,
  delayMs: 0,
  resign: false,
  timestamps: 'machine',
  maxAttempts: 10,
  retryDelayMs: 5_000,
  timeoutMs: 10_000,
  events: {
    created: 'created',
    approved: 'authorized',
    captured: 'charged',
    capturedInPart: null,
    refunded: 'refunded',
    delayed: null,
    voided: null,
    declined: null,
    cancelled: null,
    expiredAfterApproval: 'expired',
    expiredBeforeApproval: null,
  },
  inStore: 'none',
  refundAmount: false,
  totalAmount: 'number',
}

/** The settings after a change. */
export function changed(
  settings: WebhookSettings,
  { events, ...change }: WebhookSettingsChange,
): WebhookSettings {
  return { ...settings, ...given(change), events: { ...settings.events, ...given(events ?? {}) } }
}
