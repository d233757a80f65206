import { isLoopback } from '../loopback.js'
import type { WebhookSettings } from './settings.js'

function parsed(address: unknown): URL | undefined {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined
}

function addressesOf(url: unknown): readonly unknown[] {
  return Array.isArray(url) ? url : [url]
}

/** The hosts of the addresses: naming one at the start allows it. */
export function hostsOf(url: unknown): string[] {
  return addressesOf(url).flatMap((address) => parsed(address)?.hostname ?? [])
}

function addressProblem(address: unknown, allowedHosts: readonly string[]): string | undefined {
  const url = parsed(address)
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return 'the webhook url must be an http or https address such as http://127.0.0.1:3000/webhooks/scalapay'
  }
  if (url.username !== '' || url.password !== '') {
    return 'the webhook url has a user name or a password in it: give it without'
  }
  if (isLoopback(url.hostname) || allowedHosts.includes(url.hostname)) return undefined
  return `the webhook url is not on this machine: to send events to ${url.hostname}, start the emulator with an address of that host as webhookUrl (--webhook-url)`
}

/** What is wrong with the addresses. */
export function targetProblems(
  url: unknown,
  merchants: number,
  allowedHosts: readonly string[],
): string[] {
  if (url === null) return []
  const problems = addressesOf(url).flatMap((address) =>
    address === null ? [] : (addressProblem(address, allowedHosts) ?? []),
  )
  if (Array.isArray(url) && url.length !== merchants) {
    problems.push(
      `the webhook url is a list of ${url.length}: give one address for all, or one for each of the ${merchants} merchant keys`,
    )
  }
  return [...new Set(problems)]
}

/** Where the events of a merchant go; null when nobody is told. */
export function targetOf(url: WebhookSettings['url'], merchantIndex: number): string | null {
  return typeof url === 'string' || url === null ? url : (url[merchantIndex] ?? null)
}
