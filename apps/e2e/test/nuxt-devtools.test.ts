import { describe, expect, it } from 'vitest'
import { browse, hasBrowser } from '../src/browser.js'
import { startNuxtDev } from '../src/nuxt-dev.js'

describe.runIf(hasBrowser())('Nuxt DevTools', () => {
  it("show the emulator's dashboard in a tab of their own", { timeout: 90_000 }, async () => {
    await using shop = await startNuxtDev('devtools')
    // High enough for every tab to have its place.
    await using browsing = await browse({ viewport: { width: 1280, height: 1800 } })
    const page = await browsing.context.newPage()
    await page.goto(shop.url)
    await page.locator('nuxt-devtools-frame').waitFor({ state: 'attached' })
    await page.keyboard.press('Shift+Alt+KeyD')
    const devtools = page.frameLocator('#nuxt-devtools-iframe')
    await devtools.getByText('Get Started').click()

    const tab = devtools.locator('a[href$="/custom-scalapay"]')
    const [icon] = await Promise.all([tab.locator('img').getAttribute('src'), tab.click()])
    const dashboard = devtools.frameLocator(`iframe[src^="${shop.emulatorUrl}"]`)

    await dashboard.getByRole('heading', { name: 'Dashboard' }).waitFor()
    await dashboard.getByText('Live', { exact: true }).waitFor()
    expect(icon).toBe(`${shop.emulatorUrl}/assets/icon.svg`)
    expect((await page.request.get(icon ?? '')).headers()['content-type']).toBe('image/svg+xml')
    await page.screenshot({ path: 'screenshots/nuxt-devtools.png' })
  })
})
