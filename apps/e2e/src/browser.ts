import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where the browser is: Debian's Chromium unless `CHROMIUM_PATH` says otherwise. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/**
 * Whether there is a browser to test with. In CI its absence is a failure; on a user's machine the browser tests are
 * skipped, and say so.
 *
 * @throws Error when `REQUIRE_CHROMIUM` is set and there is none
 */
export function hasBrowser(): boolean {
  if (existsSync(executablePath)) return true
  if (process.env.REQUIRE_CHROMIUM === '1') {
    throw new Error(
      `No browser at ${executablePath}: install Debian's chromium or set CHROMIUM_PATH.`,
    )
  }
  process.stderr.write(
    `\n!!! BROWSER TESTS SKIPPED: no Chromium at ${executablePath}. Set CHROMIUM_PATH to run them.\n\n`,
  )
  return false
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A window with cookies and storage of its own, as a shopper of its own has them. */
export interface Browsing extends AsyncDisposable {
  context: BrowserContext
}

/** To start one takes longer than most tests. */
let browser: Promise<Browser> | undefined

/** Opens a window; `javaScript: false` shows what a page is without it. */
export async function browse(
  options: { javaScript?: boolean; viewport?: { width: number; height: number } } = {},
): Promise<Browsing> {
  browser ??= chromium.launch({ executablePath, args: FLAGS, headless: true })
  const context = await (await browser).newContext({
    locale: 'en-GB',
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
  })
  return { context, [Symbol.asyncDispose]: () => context.close() }
}

/** Ends the browser of this file's tests, if one was started. */
export async function closeBrowser(): Promise<void> {
  const started = await browser
  browser = undefined
  await started?.close()
}

/** What a page must not do, as it happens. */
export interface Misdeeds {
  consoleErrors: string[]
  requestsOutside: string[]
}

/** Watches a page for errors in its console, violations of its content security policy, and requests that leave this machine. */
export function watch(page: Page): Misdeeds {
  const misdeeds: Misdeeds = { consoleErrors: [], requestsOutside: [] }
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => misdeeds.consoleErrors.push(error.message))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const isInside = protocol === 'data:' || hostname === '127.0.0.1' || hostname === 'localhost'
    if (!isInside) misdeeds.requestsOutside.push(request.url())
  })
  return misdeeds
}
