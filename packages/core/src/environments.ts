/**
 * Where a client sends its calls.
 *
 * - `production`: real money.
 * - `sandbox`: Scalapay's own test environment ("integration" in its host names).
 * - `emulator`: `@scalapay-kit/emulator` on this machine.
 */
export type Environment = 'production' | 'sandbox' | 'emulator'

/** API hosts (source: Scalapay's specification); the emulator's is its default address. */
export const environments: Readonly<Record<Environment, string>> = Object.freeze({
  production: 'https://api.scalapay.com',
  sandbox: 'https://integration.api.scalapay.com',
  emulator: 'http://127.0.0.1:8484',
})

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether a host name means this machine: the only place where plain HTTP is allowed. */
function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}

/** Whether a request to this URL may leave: HTTPS anywhere, plain HTTP to this machine only. */
function isSafeTarget(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

/** The result of checking a base URL: the URL without a trailing slash, or what is wrong with it. */
export type BaseUrlCheck = { url: string; problem?: never } | { url?: never; problem: string }

/**
 * Checks the URL that every path is appended to.
 *
 * @param given the caller's `baseUrl`; when absent, the environment's own host is taken
 */
export function checkBaseUrl(environment: Environment, given: string | undefined): BaseUrlCheck {
  if (given === undefined) return { url: environments[environment] }
  const url = parse(given)
  if (url === undefined) {
    return { problem: 'baseUrl: not an absolute URL. Give one such as https://api.scalapay.com.' }
  }
  const problem = findProblem(environment, url)
  if (problem !== undefined) return { problem: `baseUrl: ${problem}` }
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function findProblem(environment: Environment, url: URL): string | undefined {
  if (url.username !== '' || url.password !== '')
    return 'remove the user name and password from it.'
  if (!isSafeTarget(url)) {
    return 'use https. Plain http is allowed to this machine only (localhost, 127.0.0.1, [::1]), because the key travels in every request.'
  }
  if (url.search !== '' || url.hash !== '') return 'remove the query string or fragment from it.'
  if (/\/v\d+(?:\/|$)/.test(url.pathname)) {
    return 'remove the version from it: /v1, /v2 and /v3 are part of each path and differ between operations.'
  }
  const named = environmentOf(url)
  if (named !== undefined && named !== environment) {
    return `${url.host} is Scalapay's ${named} host, but environment is '${environment}'. Change one of the two.`
  }
  return undefined
}

/** The environment that a public host belongs to, when it is one of Scalapay's. */
function environmentOf(url: URL): Environment | undefined {
  // Whatever the port; a dot at the end is the same host to DNS.
  const hostname = url.hostname.replace(/\.$/, '')
  if (hostname === new URL(environments.production).hostname) return 'production'
  if (hostname === new URL(environments.sandbox).hostname) return 'sandbox'
  return undefined
}
