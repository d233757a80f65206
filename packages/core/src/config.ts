import { findAgentProblems } from './agent.js'
import { type ApiKeySource, findKeyProblem, publicTestKeys } from './auth.js'
import { checkBaseUrl, type Environment, environments } from './environments.js'
import { ScalapayConfigError, throwProblems } from './errors/config.js'
import {
  findNumberProblem,
  findUnknownOptions,
  MAX_TIMER_MS,
  MOST_ATTEMPTS,
} from './option-checks.js'
import type { AppInfo, HttpsAgent, Logger, ScalapayOptions, TlsOptions } from './options.js'

/** The options, checked, with defaults, frozen. Keys are kept elsewhere, so that a config can be printed. */
export interface Config {
  readonly environment: Environment
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly deadlineMs: number
  readonly maxAttempts: number
  readonly fetch: typeof globalThis.fetch | undefined
  readonly tls: TlsOptions | undefined
  readonly agent: HttpsAgent | undefined
  readonly logger: Logger | undefined
  readonly appInfo: AppInfo | undefined
}

/** The client's keys, as given. Never attached to anything that can be printed. */
export interface Keys {
  readonly merchant: ApiKeySource | undefined
  readonly device: ApiKeySource | undefined
}

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_DEADLINE_MS = 30_000
const DEFAULT_MAX_ATTEMPTS = 3

const KNOWN: Readonly<Record<keyof ScalapayOptions, true>> = {
  apiKey: true,
  deviceApiKey: true,
  environment: true,
  baseUrl: true,
  timeoutMs: true,
  deadlineMs: true,
  retry: true,
  fetch: true,
  tls: true,
  agent: true,
  logger: true,
  appInfo: true,
}

/**
 * Checks the caller's options and fills in the defaults.
 *
 * @throws ScalapayConfigError naming every problem at once
 */
export function resolveConfig(options: ScalapayOptions): { config: Config; keys: Keys } {
  if (typeof options !== 'object' || options === null) {
    throw new ScalapayConfigError(
      'new Scalapay() needs an options object: { apiKey, environment }.',
    )
  }
  const problems = findUnknownOptions(options, KNOWN)
  const environment = requireEnvironment(options.environment, problems)
  const baseUrl = checkBaseUrl(environment, options.baseUrl)
  if (baseUrl.problem !== undefined) problems.push(baseUrl.problem)
  const url = baseUrl.url ?? environments[environment]
  checkKeys(options, environment, problems)
  checkNumber('timeoutMs', options.timeoutMs, MAX_TIMER_MS, problems)
  checkNumber('deadlineMs', options.deadlineMs, MAX_TIMER_MS, problems)
  checkRetry(options.retry, problems)
  if (options.fetch !== undefined && options.tls !== undefined) {
    problems.push(
      'tls: has no effect with your own fetch. Set TLS options in that fetch, or remove one of the two.',
    )
  }
  if (options.fetch !== undefined && typeof options.fetch !== 'function') {
    problems.push('fetch: not a function.')
  }
  checkTls(options.tls, problems)
  problems.push(...findAgentProblems(options))
  checkLogger(options.logger, problems)
  checkAppInfo(options.appInfo, problems)
  throwProblems('The Scalapay client cannot start', problems)
  const config: Config = Object.freeze({
    environment,
    baseUrl: url,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
    maxAttempts: options.retry === false ? 1 : (options.retry?.maxAttempts ?? DEFAULT_MAX_ATTEMPTS),
    fetch: options.fetch,
    tls: options.tls,
    agent: options.agent,
    logger: options.logger,
    appInfo: options.appInfo,
  })
  return { config, keys: { merchant: options.apiKey, device: options.deviceApiKey } }
}

/**
 * Checks one key against where it would be sent.
 *
 * @returns what is wrong and what to do, without the key; `undefined` when it can be used
 */
export function findKeyMisuse(key: unknown, environment: Environment): string | undefined {
  const problem = findKeyProblem(key)
  if (problem !== undefined) return problem
  if (environment === 'production' && publicTestKeys.includes(key as string)) {
    return "is a public test key, which cannot work in production. Use your own key, or environment: 'sandbox'."
  }
  if (environment === 'emulator' && (key as string).startsWith('sp_')) {
    return "looks like a live key, and environment is 'emulator'. Use the public test key qhtfs87hjnc12kkos there."
  }
  return undefined
}

function requireEnvironment(environment: unknown, problems: string[]): Environment {
  if (typeof environment === 'string' && Object.hasOwn(environments, environment)) {
    return environment as Environment
  }
  const given = environment === undefined ? 'missing' : 'not one of the known ones'
  problems.push(
    `environment: ${given}. Set 'production', 'sandbox' or 'emulator' (SCALAPAY_ENVIRONMENT).`,
  )
  return 'sandbox'
}

function checkKeys(options: ScalapayOptions, environment: Environment, problems: string[]): void {
  const given = [
    ['apiKey', 'SCALAPAY_API_KEY', options.apiKey],
    ['deviceApiKey', 'SCALAPAY_DEVICE_API_KEY', options.deviceApiKey],
  ] as const
  for (const [option, variable, key] of given) {
    if (key === undefined || typeof key === 'function') continue
    const problem = findKeyMisuse(key, environment)
    if (problem !== undefined) problems.push(`${option} (${variable}): ${problem}`)
  }
  if (options.apiKey === undefined && options.deviceApiKey === undefined) {
    problems.push(
      'apiKey (SCALAPAY_API_KEY): missing. Give the merchant key, or deviceApiKey for in-store use.',
    )
  }
}

function checkNumber(name: string, value: unknown, most: number, problems: string[]): void {
  const problem = value === undefined ? undefined : findNumberProblem(value, most)
  if (problem !== undefined) problems.push(`${name}: ${problem}`)
}

function checkRetry(retry: ScalapayOptions['retry'], problems: string[]): void {
  if (retry === undefined || retry === false) return
  if (typeof retry !== 'object' || retry === null) {
    problems.push('retry: must be false or an object such as { maxAttempts: 3 }.')
    return
  }
  const unknown = findUnknownOptions(retry, { maxAttempts: true })
  problems.push(...unknown.map((problem) => `retry.${problem}`))
  checkNumber('retry.maxAttempts', retry.maxAttempts, MOST_ATTEMPTS, problems)
}

function checkTls(tls: unknown, problems: string[]): void {
  if (tls === undefined) return
  const { ca = [] }: TlsOptions = typeof tls === 'object' && tls !== null ? tls : { ca: '' }
  // Node takes any text, finds no certificate in it, and says nothing.
  const isUsable = [ca]
    .flat()
    .every((pem) => typeof pem === 'string' && pem.includes('-----BEGIN CERTIFICATE-----'))
  if (!isUsable) {
    problems.push(
      'tls.ca: needs the text of PEM certificates (-----BEGIN CERTIFICATE-----), not the name of a file.',
    )
  }
}

function checkLogger(logger: unknown, problems: string[]): void {
  if (logger === undefined) return
  const methods: Partial<Logger> = typeof logger === 'object' && logger !== null ? logger : {}
  const isUsable = ['debug', 'info', 'warn', 'error'].every(
    (name) => typeof methods[name as keyof Logger] === 'function',
  )
  if (!isUsable)
    problems.push('logger: needs the methods debug, info, warn and error, as pino has.')
}

function checkAppInfo(appInfo: unknown, problems: string[]): void {
  if (appInfo === undefined) return
  const { name, version = '0' }: Partial<AppInfo> =
    typeof appInfo === 'object' && appInfo !== null ? appInfo : {}
  // Both become part of a header.
  const isUsable = [name, version].every(
    (word) => typeof word === 'string' && /^[\x20-\x7e]+$/.test(word),
  )
  if (!isUsable) {
    problems.push(
      "appInfo: needs a name, and may have a version, in visible ASCII: { name: 'my-shop', version: '1.2.0' }.",
    )
  }
}
