import { devices, type Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seriousFaults } from '../src/accessibility.js'
import { type Browsing, browse, hasBrowser, type Misdeeds, watch } from '../src/browser.js'
import { type NuxtShopSetup, startNuxtShop } from '../src/nuxt-shop.js'
import type { RunningShop } from '../src/shop.js'
import { goToCheckout, movementsOf, ORDER_CENTS } from '../src/shopper.js'

const CAPTURED_ONCE = [['capture', ORDER_CENTS]]

describe.runIf(hasBrowser())('the Nuxt module in a browser', () => {
  let shop: RunningShop
  let browsing: Browsing
  let page: Page
  let misdeeds: Misdeeds

  beforeEach(async () => {
    browsing = await browse()
    page = await browsing.context.newPage()
    misdeeds = watch(page)
  })

  afterEach(async () => {
    await browsing[Symbol.asyncDispose]()
    await shop[Symbol.asyncDispose]()
    // A violation of the content security policy is an error in the console, and so is a hydration mismatch.
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })

  const start = async (setup?: NuxtShopSetup) => {
    shop = await startNuxtShop(setup)
  }
  const widget = () => page.locator('scalapay-widget').first()
  const tokenOf = (checkout: string) => new URL(checkout).pathname.split('/').at(-1) ?? ''

  it('shows the widget under a strict policy, and nothing moves when it comes (S58)', async () => {
    await start()
    const letTheWidgetCome = await holdTheWidget()
    await page.goto(shop.url, { waitUntil: 'commit' })
    await painted()
    const below = page.getByRole('button', { name: 'Add to cart Jeans' })
    const place = await below.boundingBox()
    letTheWidgetCome()
    await page.getByText('interest-free payments').first().waitFor()
    const policy = (await page.request.get(shop.url)).headers()['content-security-policy']
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic' http:\/\/127\.0\.0\.1:\d+;/)
    expect(policy).not.toMatch(/unsafe/)
    expect(await layoutShifts()).toEqual([])
    expect(await below.boundingBox()).toEqual(place)
    expect(await page.locator('script[src*="widget-loader"]').count()).toBe(1)
  })

  it('tells the widget of another language at once, without a reload', async () => {
    await start()
    await page.goto(shop.url)
    await page.getByText('interest-free payments').first().waitFor()
    await page.getByRole('link', { name: 'Italiano' }).click()
    await page.getByText('rate senza interessi').first().waitFor()
    expect(await widget().getAttribute('locale')).toBe('it')
    expect(await page.locator('html').getAttribute('lang')).toBe('it')
    await page.screenshot({ path: 'screenshots/nuxt-italian.png', fullPage: true })
  })

  it('finishes an order whose tab was closed, and shows it on the page that waits (S01)', async () => {
    await start({ webhooks: true })
    await goToCheckout(page, shop)
    const token = tokenOf(page.url())
    await page.goto(`${shop.url}/return?orderToken=${token}`)
    await page.getByRole('heading', { name: 'The payment is not confirmed yet' }).waitFor()
    await shop.emulator.control.approve(token)
    await page.getByRole('heading', { name: 'Your order' }).waitFor()
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('finishes an order by the sweep when webhooks are lost (S02)', async () => {
    await start({ sweepEveryMs: 200 })
    await goToCheckout(page, shop)
    const token = tokenOf(page.url())
    await page.goto(`${shop.url}/return?orderToken=${token}`)
    await shop.emulator.control.approve(token)
    await page.getByRole('heading', { name: 'Your order' }).waitFor()
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('captures nothing for a return address that claims success (S07)', async () => {
    await start()
    await goToCheckout(page, shop)
    const token = tokenOf(page.url())
    await page.goto(`${shop.url}/return?orderToken=${token}&status=SUCCESS&totalAmount=1.00`)
    await page.getByRole('heading', { name: 'The payment is not confirmed yet' }).waitFor()
    expect(movementsOf(shop)).toEqual([])
  })

  it('finishes the order in another browser too (S06)', async () => {
    await start()
    await goToCheckout(page, shop)
    const { redirectUrl } = await shop.emulator.control.approve(tokenOf(page.url()))
    await using other = await browse()
    const elsewhere = await other.context.newPage()
    await elsewhere.goto(redirectUrl)
    await elsewhere.getByText('Your payment went through').waitFor()
    expect(movementsOf(shop)).toEqual(CAPTURED_ONCE)
  })

  it('says that the checkout could not be opened, and lets the shopper try again', async () => {
    await start()
    const { faults } = shop.emulator.control
    await page.goto(shop.url)
    await page.getByRole('button', { name: 'Add to cart Jeans' }).click()
    await page.goto(`${shop.url}/checkout`)
    const rule = await faults.add({
      match: { operation: 'createOrder' },
      effect: { answer: 'error-500' },
    })
    const button = page.getByRole('button', { name: 'Pay in 3 with Scalapay' })
    await button.click()
    await page.getByRole('alert').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await faults.remove(rule.id)
    await button.click()
    await page.waitForURL(`${shop.emulator.url}/checkout/*`)
    // The failed request is in the console, as it should be.
    misdeeds.consoleErrors.length = 0
  })

  it.each([
    ['a desktop', { width: 1280, height: 900 }],
    ['a phone', devices['Pixel 7']?.viewport ?? { width: 412, height: 839 }],
  ])(
    'has no serious accessibility fault on any page, on %s',
    { timeout: 60_000 },
    async (_, size) => {
      await start()
      await page.setViewportSize(size)
      await visitAllPages(async () => expect(await seriousFaults(page)).toEqual([]))
    },
  )

  async function visitAllPages(look: () => Promise<void>): Promise<void> {
    await page.goto(`${shop.url}/cart`)
    await look()
    await page.goto(shop.url)
    await page.getByText('interest-free payments').first().waitFor()
    await look()
    await page.getByRole('button', { name: 'Add to cart Jeans' }).click()
    await page.waitForURL('**/cart')
    await look()
    await page.goto(`${shop.url}/checkout`)
    await look()
    await page.getByRole('button', { name: 'Pay in 3 with Scalapay' }).click()
    await page.waitForURL(`${shop.emulator.url}/checkout/*`)
    const token = tokenOf(page.url())
    await page.goto(`${shop.url}/return/cancelled?orderToken=${token}`)
    await look()
    const { redirectUrl } = await shop.emulator.control.approve(token)
    await page.goto(redirectUrl)
    await look()
    await page.goto(`${shop.url}/return`)
    await look()
  }

  /** Answers what lets it come. A fast machine would show the page and the widget at once, and nothing could move. */
  async function holdTheWidget(): Promise<() => void> {
    let letCome = () => {}
    const mayCome = new Promise<void>((resolve) => {
      letCome = resolve
    })
    await page.route('**/scalapay-widget-loader.js', async (route) => {
      await mayCome
      await route.continue()
    })
    return letCome
  }

  async function painted(): Promise<void> {
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    )
  }

  /** What has moved without the shopper's doing, as browsers count it: nothing that moves by less than three pixels. */
  function layoutShifts(): Promise<object[]> {
    return page.evaluate(
      () =>
        new Promise<object[]>((resolve) => {
          interface LayoutShift {
            value: number
            sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
          }
          const shifts: object[] = []
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries() as unknown as LayoutShift[]) {
              shifts.push({ value, moved: sources.map(described) })
            }
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(shifts), 300)

          function described({ node, previousRect, currentRect }: LayoutShift['sources'][number]) {
            const tag = node instanceof Element ? node.cloneNode() : node
            const what = tag instanceof Element ? tag.outerHTML : tag?.textContent
            return `${what}: ${rect(previousRect)} → ${rect(currentRect)}`
          }
          function rect({ x, y, width, height }: DOMRect) {
            return `${width} × ${height} at ${x}, ${y}`
          }
        }),
    )
  }
})
