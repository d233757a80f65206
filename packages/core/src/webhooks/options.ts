import { throwProblems } from '../errors/config.js'
import { findNumberProblem, findUnknownOptions, MAX_TIMER_MS } from '../option-checks.js'
import { type HandlerTable, resolveHandlers, type WebhookHandlers } from './handlers.js'
import type { WebhookReport } from './reply.js'
import { createMemoryWebhookStore, type WebhookStore } from './store.js'
import { DEFAULT_TOLERANCE, type Tolerance } from './tolerance.js'

/** How deliveries are verified. */
export interface VerifyOptions {
  /** The merchant key, or several while keys are rotated or for several merchants. */
  apiKeys: string | readonly string[]
  /**
   * How far the time of signing may be from now, in milliseconds, one number for both directions or one for each.
   * @default { past: 259_200_000, future: 300_000 } three days and five minutes
   */
  toleranceMs?: number | Partial<Tolerance> | undefined
  /**
   * The largest body, in bytes.
   * @default 1_048_576
   */
  maxBodyBytes?: number | undefined
  /** Epoch milliseconds; for tests. */
  now?: (() => number) | undefined
}

/** Options of a receiver. */
export interface WebhookReceiverOptions extends VerifyOptions {
  /** What to do, by status. */
  on: WebhookHandlers
  /**
   * Where it is remembered what was handled. Receivers that should each see an event need a store each.
   * @default the memory of this process
   */
  store?: WebhookStore | undefined
  /**
   * Milliseconds after which a delivery is answered with 200 although handlers still work. Their work goes on; should it
   * fail, Scalapay does not send the event again, and the sweep has to find the order. A store that has not answered by
   * then counts as down. How long Scalapay waits is not known.
   * @default 8_000
   */
  acknowledgeAfterMs?: number | undefined
  /**
   * Milliseconds after which a handler that has not finished counts as dead, so that a redelivery may run it again.
   * @default 300_000
   */
  leaseMs?: number | undefined
  /**
   * Milliseconds that an adapter waits for handlers at work when the server ends; below what is left until the process is
   * killed. What has not ended by then is left to the sweep. `drain` takes no limit by itself: give it this one.
   * @default 10_000
   */
  drainTimeoutMs?: number | undefined
  /** Called once for every delivery, and once more when work ends that was still going on at the answer. */
  onReport?: ((report: WebhookReport) => unknown) | undefined
  /** Calls back after that many milliseconds, and gives a function that cancels it; for tests. */
  schedule?: Schedule | undefined
}

/** Calls back after that many milliseconds, and gives a function that cancels it. */
export type Schedule = (callback: () => void, delayMs: number) => () => void

/** `VerifyOptions`, checked, with defaults. */
export interface VerifyConfig {
  readonly apiKeys: readonly string[]
  readonly tolerance: Tolerance
  readonly maxBodyBytes: number
  readonly now: () => number
}

/** `WebhookReceiverOptions`, checked, with defaults. */
export interface ReceiverConfig {
  readonly verify: VerifyConfig
  readonly handlers: HandlerTable
  readonly store: WebhookStore
  readonly acknowledgeAfterMs: number
  readonly leaseMs: number
  readonly drainTimeoutMs: number
  readonly onReport: (report: WebhookReport) => unknown
  readonly schedule: Schedule
}

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024
const DEFAULT_ACKNOWLEDGE_AFTER_MS = 8_000
const DEFAULT_LEASE_MS = 300_000
const DEFAULT_DRAIN_TIMEOUT_MS = 10_000

const KNOWN_BY_VERIFY: Readonly<Record<keyof VerifyOptions, true>> = {
  apiKeys: true,
  toleranceMs: true,
  maxBodyBytes: true,
  now: true,
}

const KNOWN: Readonly<Record<keyof WebhookReceiverOptions, true>> = {
  ...KNOWN_BY_VERIFY,
  on: true,
  store: true,
  acknowledgeAfterMs: true,
  leaseMs: true,
  drainTimeoutMs: true,
  onReport: true,
  schedule: true,
}

/** The names of a receiver's options, for a set-up that takes them beside options of its own. */
export const WEBHOOK_RECEIVER_OPTIONS: readonly (keyof WebhookReceiverOptions)[] =
  /* @__PURE__ */ Object.keys(KNOWN) as (keyof WebhookReceiverOptions)[]

/**
 * Checks how deliveries are verified.
 *
 * @throws ScalapayConfigError naming every problem at once
 */
export function resolveVerifyOptions(options: VerifyOptions): VerifyConfig {
  const problems = findUnknownOptions(options, KNOWN_BY_VERIFY)
  const config = verifyConfig(options, problems)
  throwProblems('verifyWebhook cannot verify', problems)
  return config
}

/**
 * Checks the options of a receiver.
 *
 * @throws ScalapayConfigError naming every problem at once
 */
export function resolveReceiverOptions(options: WebhookReceiverOptions): ReceiverConfig {
  const problems = findUnknownOptions(options, KNOWN)
  const config = receiverConfig(options, problems)
  throwProblems('The webhook receiver cannot start', problems)
  return config
}

/**
 * Finds what is wrong with the options of a receiver that cannot be made yet, so that a set-up can name everything at once.
 *
 * @param options those that are known
 * @param check `without`: options that come later, so that nothing is wrong when they are left out
 * @returns each problem in the words of `createWebhookReceiver`, with the option's name and what to do; an empty list when
 * nothing is wrong
 */
export function findReceiverProblems(
  options: Unfinished<WebhookReceiverOptions>,
  check: { without?: readonly ('apiKeys' | 'on')[] | undefined } = {},
): string[] {
  const problems = findUnknownOptions(options, KNOWN)
  receiverConfig(options, problems)
  const { without = [] } = check
  const expected: string[] = []
  if (without.includes('apiKeys') && options?.apiKeys === undefined)
    requireKeys(undefined, expected)
  if (without.includes('on')) resolveHandlers(undefined, expected)
  return problems.filter((problem) => !expected.includes(problem))
}

/** Options of which some may come later. */
type Unfinished<Options> = { readonly [Name in keyof Options]?: Options[Name] | undefined }

function receiverConfig(
  options: Unfinished<WebhookReceiverOptions>,
  problems: string[],
): ReceiverConfig {
  const verify = verifyConfig(options, problems)
  const config: ReceiverConfig = {
    verify,
    handlers: resolveHandlers(options?.on, problems),
    store: options?.store ?? createMemoryWebhookStore({ now: verify.now }),
    acknowledgeAfterMs: options?.acknowledgeAfterMs ?? DEFAULT_ACKNOWLEDGE_AFTER_MS,
    leaseMs: options?.leaseMs ?? DEFAULT_LEASE_MS,
    drainTimeoutMs: options?.drainTimeoutMs ?? DEFAULT_DRAIN_TIMEOUT_MS,
    onReport: options?.onReport ?? (() => undefined),
    schedule: options?.schedule ?? scheduleTimeout,
  }
  checkWhole('acknowledgeAfterMs', config.acknowledgeAfterMs, MAX_TIMER_MS, problems)
  checkWhole('leaseMs', config.leaseMs, Number.MAX_SAFE_INTEGER, problems)
  checkWhole('drainTimeoutMs', config.drainTimeoutMs, MAX_TIMER_MS, problems)
  const methods = [config.store.claim, config.store.complete, config.store.release]
  if (methods.some((method) => typeof method !== 'function')) {
    problems.push('store: needs the methods claim, complete and release.')
  }
  if (typeof config.onReport !== 'function') problems.push('onReport: not a function.')
  return config
}

function verifyConfig(options: Unfinished<VerifyOptions>, problems: string[]): VerifyConfig {
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, now = Date.now } = options ?? {}
  checkWhole('maxBodyBytes', maxBodyBytes, Number.MAX_SAFE_INTEGER, problems)
  return {
    apiKeys: requireKeys(options?.apiKeys, problems),
    tolerance: requireTolerance(options?.toleranceMs, problems),
    maxBodyBytes,
    now,
  }
}

function requireTolerance(given: unknown, problems: string[]): Tolerance {
  const { past, future }: Partial<Tolerance> =
    typeof given === 'object' && given !== null ? given : both(given)
  const tolerance = {
    past: past ?? DEFAULT_TOLERANCE.past,
    future: future ?? DEFAULT_TOLERANCE.future,
  }
  // What is not a number compares as false, so it would accept every age.
  if (!Object.values(tolerance).every((value) => Number.isFinite(value) && value >= 0)) {
    problems.push(
      'toleranceMs: must be milliseconds from 0 up, as one number or as { past, future }.',
    )
  }
  return tolerance
}

function both(given: unknown): Tolerance {
  return { past: given as number, future: given as number }
}

/** An HMAC under an empty key verifies nothing, so a key that is missing must stop the start. */
function requireKeys(apiKeys: unknown, problems: string[]): readonly string[] {
  const keys: readonly unknown[] = [apiKeys].flat()
  const isKey = (key: unknown): key is string => typeof key === 'string' && key.trim() !== ''
  if (keys.length === 0 || !keys.every(isKey)) {
    problems.push(
      'apiKeys (SCALAPAY_API_KEY): the merchant key is needed to verify webhooks, and none in a list may be empty.',
    )
  }
  return keys.filter(isKey)
}

function checkWhole(name: string, value: unknown, most: number, problems: string[]): void {
  const problem = findNumberProblem(value, most)
  if (problem !== undefined) problems.push(`${name}: ${problem}`)
}

/** @throws ScalapayConfigError when the time for a drain cannot be used */
export function requireDelay(timeoutMs: number): void {
  const problems: string[] = []
  checkWhole('timeoutMs', timeoutMs, MAX_TIMER_MS, problems)
  throwProblems('The webhook receiver cannot drain', problems)
}

function scheduleTimeout(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}
