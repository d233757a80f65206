import { devices, type Locator, type Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Browsing, browse, hasBrowser, type Misdeeds, watch } from './browser.js'
import { tabTo } from './keyboard.js'
import type { RunningShop } from './shop.js'
import {
  APPROVED_CARD,
  DECLINED_CARD,
  goToCheckout,
  movementsOf,
  ORDER_CENTS,
  payWith,
} from './shopper.js'

const CAPTURED_ONCE = [['capture', ORDER_CENTS]]

/** What a shop must do in a browser, whichever framework it is built on. */
export function describeJourneys(name: string, start: () => Promise<RunningShop>): void {
  describe.runIf(hasBrowser())(`the ${name} shop in a browser`, () => journeys(name, start))
}

function journeys(name: string, start: () => Promise<RunningShop>): void {
  let shop: RunningShop
  let browsing: Browsing
  let page: Page
  let misdeeds: Misdeeds

  async function openBrowser(options?: Parameters<typeof browse>[0]): Promise<void> {
    browsing = await browse(options)
    page = await browsing.context.newPage()
    misdeeds = watch(page)
  }

  beforeEach(async () => {
    shop = await start()
    await openBrowser()
  })

  afterEach(async () => {
    await browsing[Symbol.asyncDispose]()
    await shop[Symbol.asyncDispose]()
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })

  const see = (title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()
  const paidNotice = () => page.getByText('Your payment went through').count()
  const screenshot = (what: string) =>
    page.screenshot({
      path: `screenshots/${name.toLowerCase()}-${what}.png`,
      fullPage: true,
    })

  it('takes an order and captures it once', async () => {
    await goToCheckout(page, shop)
    await screenshot('hosted-checkout')
    await payWith(page, APPROVED_CARD)
    await page.waitForURL(`${shop.url}/orders/**`)
    expect(await paidNotice()).toBe(1)
    await screenshot('paid')
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('takes an order whose shopper approves and never comes back (S01)', async () => {
    await goToCheckout(page, shop)
    const lost = new Promise<string>((resolve) => {
      // By hand, because what a redirect leads to cannot be held up.
      void page.route('**/checkout/**', async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        const response = await route.fetch({ maxRedirects: 0 })
        const { location = '' } = response.headers()
        if (!location.includes('/return?')) return route.fulfill({ response })
        resolve(location)
        return route.fulfill({ status: 200, contentType: 'text/plain', body: 'The tab is closed.' })
      })
    })
    await payWith(page, APPROVED_CARD)
    const returnUrl = await lost
    await shop.emulator.control.webhooks.settled()
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)

    await page.goto(returnUrl)
    expect(await paidNotice()).toBe(1)
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('captures nothing more when the paid page and the return page are reloaded', async () => {
    await goToCheckout(page, shop)
    const returned = page.waitForRequest((request) => request.url().includes('/return?'))
    await payWith(page, APPROVED_CARD)
    const returnUrl = (await returned).url()
    await page.waitForURL(`${shop.url}/orders/**`)
    await page.reload()
    await page.goto(returnUrl)
    await page.goto(returnUrl)
    expect(await page.getByText('paid already').count()).toBe(1)
    await screenshot('already-paid')
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('says that the card was declined, and lets the shopper try again', async () => {
    await goToCheckout(page, shop)
    await payWith(page, DECLINED_CARD)
    await screenshot('hosted-checkout-declined')
    await page.getByTestId('return-to-shop').click()
    await see('Scalapay declined the payment')
    await screenshot('declined')
    await page.getByRole('link', { name: 'Try again' }).click()
    await see('Where should it go?')
    expect(movementsOf(shop)).toEqual([])
  })

  it('keeps the cart when the shopper cancels', async () => {
    await goToCheckout(page, shop)
    await page.getByTestId('cancel').click()
    await see('You left the checkout')
    await screenshot('cancelled')
    await page.getByRole('link', { name: 'To the cart' }).click()
    expect(await page.getByRole('listitem').count()).toBeGreaterThanOrEqual(2)
    expect(movementsOf(shop)).toEqual([])
  })

  it('says that the checkout has expired when the shopper comes back too late', async () => {
    await goToCheckout(page, shop)
    const token = new URL(page.url()).pathname.split('/').at(-1)
    await shop.emulator.control.clock.advance(41 * 60_000)
    await page.goto(`${shop.url}/return?orderToken=${token}&status=SUCCESS`)
    await see('The checkout has expired')
    await screenshot('expired')
    expect(movementsOf(shop)).toEqual([])
  })

  it('takes one payment when the pay button is clicked twice', async () => {
    await goToCheckout(page, shop)
    await page.getByTestId('card-number').fill(APPROVED_CARD)
    await page.getByTestId('card-expiry').fill('12/99')
    await page.getByTestId('card-cvv').fill('123')
    await page.getByTestId('pay').dblclick()
    // The second click may end the way back that the first one had begun; then the page offers it as a link.
    const order = page.getByRole('heading', { level: 1, name: 'Your order' })
    const wayBack = page.getByTestId('return-to-shop')
    await order.or(wayBack).waitFor()
    if (await wayBack.isVisible()) await wayBack.click()
    await order.waitFor()
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('takes one payment when the shopper goes back and pays again', async () => {
    await goToCheckout(page, shop)
    const checkoutUrl = page.url()
    await payWith(page, APPROVED_CARD)
    await page.waitForURL(`${shop.url}/orders/**`)
    await page.goto(checkoutUrl)
    expect(await page.getByTestId('pay').count()).toBe(0)
    await screenshot('hosted-checkout-used')
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('refunds once when the refund button is clicked twice', async () => {
    await goToCheckout(page, shop)
    await payWith(page, APPROVED_CARD)
    await page.waitForURL(`${shop.url}/orders/**`)
    await page.getByLabel('Amount in euro').fill('40.00')
    await page.getByRole('button', { name: 'Refund' }).dblclick()
    await page.getByText('40.00').first().waitFor()
    await screenshot('refunded')
    expect(movementsOf(shop)).toEqual([...CAPTURED_ONCE, ['refund', 4_000]])
  })

  it('can be used with the keyboard alone', async () => {
    const press = async (target: Locator, key = 'Enter') => {
      await tabTo(page, target)
      await page.keyboard.press(key)
    }
    const type = async (testId: string, text: string) => {
      await tabTo(page, page.getByTestId(testId))
      await page.keyboard.type(text)
    }
    await page.goto(shop.url)
    await press(page.getByRole('button', { name: 'Add to cart T-Shirt' }))
    await page.waitForURL('**/cart')
    await press(page.getByRole('link', { name: 'Pay in 3 with Scalapay' }))
    await page.waitForURL('**/checkout')
    await press(page.getByRole('button', { name: 'Pay in 3 with Scalapay' }))
    await page.waitForURL(`${shop.emulator.url}/checkout/*`)
    await type('card-number', APPROVED_CARD)
    await type('card-expiry', '12/99')
    await type('card-cvv', '123')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${shop.url}/orders/**`)
    expect(movementsOf(shop)).toHaveLength(1)
  })

  it('works without JavaScript, on a phone', async () => {
    await browsing[Symbol.asyncDispose]()
    const { viewport } = devices['Pixel 7'] ?? {}
    await openBrowser({ javaScript: false, ...(viewport && { viewport }) })
    await page.goto(shop.url)
    await screenshot('phone-products')
    await goToCheckout(page, shop)
    await screenshot('phone-hosted-checkout')
    await payWith(page, APPROVED_CARD)
    await page.waitForURL(`${shop.url}/orders/**`)
    await screenshot('phone-paid')
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })
}
