import { useEmulator } from '@scalapay-kit/emulator/vitest'
import { devices, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousFaults } from '../src/accessibility.js'
import { type Browsing, browse, hasBrowser, type Misdeeds, watch } from '../src/browser.js'
import { tabTo } from '../src/keyboard.js'
import { DECLINED_CARD, payWith } from '../src/shopper.js'

const emulator = useEmulator({ seed: 1, clock: 'manual' })

/** A new order whose shopper comes back to the emulator's own page, and its token. */
async function newOrder(): Promise<string> {
  await fetch(`${emulator.url}/dashboard/orders`, { method: 'POST' })
  return emulator.control.orders().at(-1)?.token ?? ''
}

/** Chosen by, where the shopper is then, and what has become of the order. */
const OUTCOMES = [
  ['outcome-approve', '/', 'SUCCESS', 'authorized'],
  ['outcome-approve-and-close', 'tab-closed', null, 'authorized'],
  ['outcome-close', 'tab-closed', null, 'created'],
  ['outcome-decline', 'declined', null, 'expired'],
  ['outcome-expire', 'expired', null, 'expired'],
  ['cancel', '/', 'FAILED', 'created'],
] as const

const HANDS: readonly [
  string,
  Parameters<typeof browse>[0],
  (page: Page, button: Locator) => Promise<void>,
][] = [
  ['with the mouse', {}, (_, button) => button.click()],
  [
    'by keyboard alone',
    {},
    async (page, button) => {
      await tabTo(page, button)
      await page.keyboard.press('Enter')
    },
  ],
  [
    'on a phone without JavaScript',
    { javaScript: false, viewport: devices['Pixel 7']?.viewport ?? { width: 412, height: 839 } },
    (_, button) => button.tap().catch(() => button.click()),
  ],
]

describe.runIf(hasBrowser()).each(HANDS)('the hosted checkout %s', (_, options, press) => {
  let browsing: Browsing
  let page: Page
  let misdeeds: Misdeeds

  beforeAll(async () => {
    browsing = await browse(options)
  })
  afterAll(() => browsing[Symbol.asyncDispose]())
  beforeEach(async () => {
    page = await browsing.context.newPage()
    misdeeds = watch(page)
  })
  afterEach(async () => {
    await page.close()
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })

  it.each(OUTCOMES)('lets a tester choose "%s"', async (choice, place, returned, status) => {
    const token = await newOrder()
    await page.goto(`${emulator.url}/checkout/${token}`)
    await press(page, page.getByTestId(choice))
    if (place === '/') await page.waitForURL(`${emulator.url}/?*`)
    else await page.getByTestId(place).waitFor()
    expect(new URL(page.url()).searchParams.get('status')).toBe(returned)
    expect(emulator.control.order(token).status).toBe(status)
    // The browser reports every status of this kind; the page of an expired order has it on purpose.
    misdeeds.consoleErrors = misdeeds.consoleErrors.filter((text) => !text.includes('410 (Gone)'))
  })
})

describe.runIf(hasBrowser())('the hosted checkout', () => {
  let browsing: Browsing
  let page: Page

  beforeAll(async () => {
    browsing = await browse()
  })
  afterAll(() => browsing[Symbol.asyncDispose]())
  beforeEach(async () => {
    page = await browsing.context.newPage()
  })
  afterEach(() => page.close())

  it('declines for the reason that was typed, by Enter in its field', async () => {
    const token = await newOrder()
    await page.goto(`${emulator.url}/checkout/${token}`)
    await page.getByTestId('decline-reason').fill('DECLINED_LIMIT')
    await page.keyboard.press('Enter')
    await page.getByTestId('declined').waitFor()
    expect(emulator.control.order(token).lastEligibilityFeedback).toBe('DECLINED_LIMIT')
  })

  it('shows what will be signed and sent when it is asked', async () => {
    const token = await newOrder()
    await page.goto(`${emulator.url}/checkout/${token}`)
    const signed = page.getByText('x-scalapay-hmac-v1').first()
    expect(await signed.isVisible()).toBe(false)
    await page.getByText('What will be signed and sent').click()
    expect(await signed.isVisible()).toBe(true)
    expect(await signed.textContent()).toContain(`"orderToken":"${token}"`)
  })

  it('opens the tab again after it was closed without paying', async () => {
    const token = await newOrder()
    await page.goto(`${emulator.url}/checkout/${token}`)
    await page.getByTestId('outcome-close').click()
    await page.getByTestId('open-again').click()
    await page.getByTestId('pay').waitFor()
    expect(emulator.control.order(token).status).toBe('created')
  })

  it('has no serious fault of accessibility, neither open nor with mistakes nor declined', async () => {
    await page.goto(`${emulator.url}/checkout/${await newOrder()}?lang=it`)
    await page.locator('details.preview summary').click()
    expect(await seriousFaults(page)).toEqual([])
    await page.getByTestId('pay').click()
    await page.getByTestId('error-summary').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await payWith(page, DECLINED_CARD)
    await page.getByTestId('declined').waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('is no wider than a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${emulator.url}/checkout/${await newOrder()}`)
    await page.locator('details.preview summary').click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
